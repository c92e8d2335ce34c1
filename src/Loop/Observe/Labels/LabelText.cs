using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Answers and labels as text: two that mean the same number or truth are the same (1 and 1.0, True and true).</summary>
public static class LabelText
{
    /// <summary>Whether both mean the same.</summary>
    public static bool AreSame(string a, string b) => a == b || Canonical(a) == Canonical(b);

    /// <summary>One text for all that mean the same.</summary>
    public static string Canonical(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (TryNumber(trimmed, out double number)) return (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture);
        if (trimmed.Equals("true", StringComparison.OrdinalIgnoreCase)) return "true";
        if (trimmed.Equals("false", StringComparison.OrdinalIgnoreCase)) return "false";
        return trimmed.ToString();
    }

    /// <summary>Reads a finite number.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
