namespace Homeostat.LocalHost;

/// <summary>What a commit does to one history file.</summary>
/// <param name="File">Which.</param>
/// <param name="Offset">Where in the file the lines go: its length before.</param>
internal sealed record FileChange(HistoryFile File, long Offset)
{
    /// <summary>Lines to append, each without its line end.</summary>
    public List<ReadOnlyMemory<byte>> Lines { get; } = [];

    /// <summary>Whether the file is deleted; its instance is forgotten.</summary>
    public bool Deleted { get; init; }

    /// <summary>The lines as they stand in the file.</summary>
    public byte[] Content()
    {
        var content = new byte[Lines.Sum(line => line.Length + 1)];
        var at = 0;
        foreach (var line in Lines)
        {
            line.Span.CopyTo(content.AsSpan(at));
            at += line.Length + 1;
            content[at - 1] = (byte)'\n';
        }
        return content;
    }
}
