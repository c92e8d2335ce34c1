using System.Globalization;
using System.Text;

namespace Homeostat.ModelRuntime.MLNet.Tests;

/// <summary>Rows whose label depends on two features together, on neither alone: what a sum over features cannot tell.</summary>
internal static class Rows
{
    internal const string Classes = """{ "columns": { "label": { "role": "label" } } }""";
    internal const string Numbers = """{ "columns": { "label": { "role": "label", "type": "numeric" } } }""";

    /// <summary>Columns x, side, note and label. Every 17th x is missing, and its row counts as 0.</summary>
    internal static string Make(int rows, Func<double, string, string> label)
    {
        var random = new Random(1);
        var text = new StringBuilder("x,side,note,label\n");
        for (int i = 0; i < rows; i++)
        {
            double x = Math.Round(random.NextDouble() * 2 - 1, 3);
            string side = random.Next(2) == 0 ? "left" : "right", shown = i % 17 == 0 ? "" : x.ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{shown},{side},{"abc"[random.Next(3)]},{label(i % 17 == 0 ? 0 : x, side)}\n");
        }
        return text.ToString();
    }

    /// <summary>1 where x and its side agree.</summary>
    internal static string Agrees(double x, string side) => x > 0 == (side == "right") ? "1" : "0";

    internal static string Quarter(double x, string side) => (x > 0 ? "high " : "low ") + side;

    internal static string Signed(double x, string side) => (100 + (side == "right" ? 50 : -50) * x).ToString("0.###", CultureInfo.InvariantCulture);
}
