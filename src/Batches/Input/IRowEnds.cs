namespace Homeostat.Batches;

/// <summary>Knows where the rows of a format end, so that input can be cut into pieces of whole rows.</summary>
internal interface IRowEnds
{
    /// <summary>The end of the last whole row in text that begins with a row.</summary>
    RowEnd FindLast(ReadOnlySpan<byte> text);
}

/// <summary>The end of the last whole row (0: none), and where a quote stands that is still open after it (-1: none).</summary>
internal readonly record struct RowEnd(int Position, int OpenQuote);

/// <summary>Rows are lines.</summary>
internal sealed class LineEnds : IRowEnds
{
    public RowEnd FindLast(ReadOnlySpan<byte> text) => new(text.LastIndexOf((byte)'\n') + 1, OpenQuote: -1);
}
