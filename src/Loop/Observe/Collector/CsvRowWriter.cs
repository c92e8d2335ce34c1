using System.Buffers;
using System.Text;

namespace Homeostat.Loop;

/// <summary>Writes rows of CSV (RFC 4180) in UTF-8; a value that is not there is an empty field.</summary>
public sealed class CsvRowWriter(Stream target)
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n;\t|");

    private readonly StringBuilder _row = new();

    /// <summary>Writes one row.</summary>
    public void Write(IEnumerable<string?> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _row.Clear();
        int count = 0;
        foreach (string? field in fields)
        {
            if (count++ > 0) _row.Append(',');
            if (field.AsSpan().IndexOfAny(s_quoted) >= 0) _row.Append('"').Append(field!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else _row.Append(field);
        }
        // A blank line would be no row.
        if (_row.Length == 0) _row.Append("\"\"");
        target.Write(Encoding.UTF8.GetBytes(_row.Append('\n').ToString()));
    }
}
