namespace Homeostat.Batches;

/// <summary>Which member paths are columns, and which others are worth remembering.</summary>
internal sealed class JsonPaths
{
    /// <summary>Paths without a column that are remembered at most.</summary>
    internal const int MaxUnknown = 10_000;

    /// <summary>Bytes of a name that is looked at; every character can be an escape of six.</summary>
    internal const int MaxNameBytes = 6 * MaxPathLength;

    // Paths that long are no columns anyone wants; remembering them would let a hostile file fill the memory.
    private const int MaxPathLength = 1000;

    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly HashSet<string> _parents = new(StringComparer.Ordinal);
    private int _unknown;
    private int _respelled;

    internal JsonPaths(IReadOnlyDictionary<string, int> columns)
    {
        _columns = columns;
        foreach (string path in columns.Keys)
            for (int dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1)) _parents.Add(path[..dot]);
    }

    /// <summary>Whether a path that has not been met in this spelling is to be remembered.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isEscaped">Whether its last name is spelled with escapes.</param>
    /// <param name="column">Its column; negative when it has none.</param>
    internal bool TryTake(string path, bool isEscaped, out int column)
    {
        bool isColumn = _columns.TryGetValue(path, out column);
        if (!isColumn)
        {
            column = -1;
            bool isParent = _parents.Contains(path);
            if (!isParent && (_unknown >= MaxUnknown || path.Length > MaxPathLength)) return false;
            _unknown++;
            if (!isParent) return true;
        }
        // One name can be spelled with escapes in countless ways: only a hostile file does that.
        return !isEscaped || ++_respelled <= MaxUnknown;
    }
}
