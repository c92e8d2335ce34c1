using System.Text;

namespace Homeostat.Cli;

/// <summary>Text from files, safe on a terminal: control characters could move the cursor, colour the rest or forge lines.</summary>
internal static class Printable
{
    internal static string Of(string text)
    {
        int first = text.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        if (first < 0 && !HasRareControls(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (char character in text) clean.Append(IsControl(character) ? '\uFFFD' : character);
        return clean.ToString();
    }

    /// <summary>Columns the text takes on a terminal: wide characters two, combining ones none.</summary>
    internal static int Width(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text.Length;
        int width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Width(rune);
        return width;
    }

    internal static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark => 0,
        System.Globalization.UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>The blocks that East Asian terminals show in two columns (Unicode TR 11, wide and full-width), emoji included.</summary>
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);

    private static bool HasRareControls(string text)
    {
        foreach (char character in text)
            if (IsControl(character)) return true;
        return false;
    }

    // The second range turns the direction of text around; the line separators start new lines.
    private static bool IsControl(char character) =>
        char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
