using System.Text;

namespace Homeostat.Cli;

/// <summary>Fits text into columns.</summary>
internal static class Lines
{
    /// <summary>Breaks at spaces; a word longer than a line is cut.</summary>
    internal static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        int used = 0;
        foreach (string whole in text.Split(' '))
        {
            string word = Shorten(whole, width);
            int needed = Printable.Width(word);
            if (used > 0 && used + 1 + needed > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }
            if (used > 0) line.Append(' ');
            line.Append(word);
            used += needed + (used > 0 ? 1 : 0);
        }
        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The text, or its beginning and end around an ellipsis: both ends of long dotted names tell them apart.</summary>
    internal static string Shorten(string text, int width)
    {
        if (Printable.Width(text) <= width) return text;
        var runes = text.EnumerateRunes().ToArray();
        int head = Fit(runes, (width - 1) / 2);
        Array.Reverse(runes);
        int tail = Fit(runes, width - 1 - (width - 1) / 2);
        Array.Reverse(runes);
        return string.Concat(runes[..head].Select(rune => rune.ToString())) + "…" + string.Concat(runes[^tail..].Select(rune => rune.ToString()));
    }

    private static int Fit(Rune[] runes, int width)
    {
        int count = 0;
        for (int used = 0; count < runes.Length; count++)
        {
            used += Printable.Width(runes[count]);
            if (used > width) break;
        }
        return count;
    }
}
