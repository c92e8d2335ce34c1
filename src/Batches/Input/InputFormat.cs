using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The formats that are read.</summary>
internal enum FormatKind
{
    Csv,
    JsonLines,
    Collector,
}

/// <summary>What a file's first bytes tell.</summary>
/// <param name="Kind">The format.</param>
/// <param name="Delimiter">Between fields of CSV.</param>
/// <param name="Header">Column names of CSV; empty for JSON.</param>
/// <param name="Offset">Bytes before the first row: byte order mark and header.</param>
/// <param name="FirstLine">The one-based line of the first row.</param>
/// <param name="RowBytes">Average bytes of the rows looked at; 0 when there are none.</param>
internal sealed record InputFormat(FormatKind Kind, byte Delimiter, ImmutableArray<string> Header, long Offset, long FirstLine, int RowBytes);
