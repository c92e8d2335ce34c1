using System.Text;

namespace Homeostat.Cli;

/// <summary>Aligned columns of text. One column may wrap; it gets the room the others leave.</summary>
/// <param name="headers">One a column.</param>
/// <param name="width">Columns of the terminal.</param>
/// <param name="wrapped">The column that wraps.</param>
internal sealed class TextTable(string[] headers, int width, int wrapped)
{
    private const int Gap = 2;
    private const int WidestFixed = 36;
    private const int NarrowestWrapped = 16;

    private readonly List<(string[] Cells, Func<string, string> Paint)> _rows = [];

    /// <summary>Adds a row; <paramref name="paint"/> colours the last cell, which must not change how wide it looks.</summary>
    internal void Add(string[] cells, Func<string, string> paint)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = Printable.Of(cells[i]);
            if (i != wrapped) cells[i] = Lines.Shorten(cells[i], WidestFixed);
        }
        _rows.Add((cells, paint));
    }

    internal void Write(TextWriter target, Style style)
    {
        int[] widths = Widths();
        WriteRow(target, widths, headers, style.Dim, last => last);
        foreach (var (cells, paint) in _rows) WriteRow(target, widths, cells, line => line, paint);
    }

    private int[] Widths()
    {
        int[] widths = new int[headers.Length];
        for (int i = 0; i < widths.Length; i++) widths[i] = Printable.Width(headers[i]);
        foreach (var (cells, _) in _rows)
            for (int i = 0; i < cells.Length; i++) widths[i] = Math.Max(widths[i], Printable.Width(cells[i]));
        int others = Gap * (headers.Length - 1) - widths[wrapped];
        foreach (int column in widths) others += column;
        widths[wrapped] = Math.Min(widths[wrapped], Math.Max(NarrowestWrapped, width - others));
        return widths;
    }

    private void WriteRow(TextWriter target, int[] widths, string[] cells, Func<string, string> paintLine, Func<string, string> paintLast)
    {
        var lines = Lines.Wrap(cells[wrapped], widths[wrapped]);
        for (int line = 0; line < lines.Count; line++)
        {
            var text = new StringBuilder();
            for (int i = 0; i < cells.Length; i++)
            {
                string cell = i == wrapped ? lines[line] : line == 0 ? cells[i] : "";
                bool last = i == cells.Length - 1;
                text.Append(last && cell.Length > 0 ? paintLast(cell) : cell);
                if (!last) Pad(text, widths[i] - Printable.Width(cell) + Gap);
            }
            target.WriteLine(paintLine(text.ToString().TrimEnd()));
        }
    }

    // One by one: filling a range is vectorised code that the just-in-time compiler would be started for.
    private static void Pad(StringBuilder text, int count)
    {
        for (int i = 0; i < count; i++) text.Append(' ');
    }
}
