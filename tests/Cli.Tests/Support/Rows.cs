using System.Globalization;
using System.Text;

namespace Homeostat.Cli.Tests.Support;

/// <summary>Small invented data, the same at every run.</summary>
internal static class Rows
{
    public const int Count = 400;

    /// <summary>A price that can be shifted, a count, and a colour.</summary>
    public static string Csv(int seed = 1, double shift = 0, int rows = Count)
    {
        var random = new Random(seed);
        var text = new StringBuilder("price,count,colour\n");
        for (int row = 0; row < rows; row++) text.AppendLine(Row(random, shift));
        return text.ToString().ReplaceLineEndings("\n");
    }

    public static string JsonLines(int seed = 1, int rows = Count)
    {
        var text = new StringBuilder();
        foreach (string line in Csv(seed, rows: rows).TrimEnd('\n').Split('\n').Skip(1))
        {
            string[] cells = line.Split(',');
            text.Append(CultureInfo.InvariantCulture, $"{{\"price\":{cells[0]},\"count\":{cells[1]},\"colour\":\"{cells[2]}\"}}\n");
        }
        return text.ToString();
    }

    private static string Row(Random random, double shift) => string.Create(CultureInfo.InvariantCulture,
        $"{random.NextDouble() * 10 + shift:0.00},{random.Next(5)},{(random.Next(3) switch { 0 => "red", 1 => "green", _ => "blue" })}");
}
