using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// The labels of some files by id. Files are added in the order they arrived: where two disagree the latest wins, and within a file the last row.
/// About 150 bytes an id.
/// </summary>
public sealed class LabelTable
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Files added.</summary>
    public int Files { get; private set; }

    /// <summary>Rows with id and label.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows left out because they lack the id or the label.</summary>
    public long Incomplete { get; private set; }

    /// <summary>Rows that said again what was known.</summary>
    public long Repeated { get; private set; }

    /// <summary>Rows that gave a known id another label; they won.</summary>
    public long Conflicts { get; private set; }

    /// <summary>Different ids.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a file.</summary>
    /// <param name="file">The file; one without one of the columns adds nothing but incomplete rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="missingTokens">Texts that stand for no value; null: the default ones.</param>
    /// <param name="arrivedAt">When it arrived, UTC.</param>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    public void Add(BatchInput file, LabelColumns columns, ImmutableArray<string>? missingTokens, DateTimeOffset arrivedAt)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Files++;
        using var rows = new RowReader(file, [columns.Id, columns.Label], missingTokens);
        while (rows.Read())
            if (rows.GetString(0) is { } id && rows.GetString(1) is { } label) Add(id, label, arrivedAt);
            else Incomplete++;
    }

    /// <summary>All labels by id.</summary>
    internal IEnumerable<KeyValuePair<string, string>> All => _entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Label));

    /// <summary>Adds a label that was read before.</summary>
    internal void AddKnown(string id, string label, DateTimeOffset arrivedAt)
    {
        Files = Math.Max(Files, 1);
        Add(id, label, arrivedAt);
    }

    /// <summary>The entry of an id; null when there is none.</summary>
    internal Entry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>Ids whose entry fits.</summary>
    internal long Ids(Func<Entry, bool> which) => _entries.Values.LongCount(which);

    private void Add(string id, string label, DateTimeOffset arrivedAt)
    {
        Rows++;
        if (!_entries.TryGetValue(id, out var entry))
        {
            _entries.Add(id, new Entry(label, arrivedAt, Files));
            return;
        }
        if (LabelText.AreSame(entry.Label, label)) Repeated++;
        else Conflicts++;
        entry.Label = label;
    }

    /// <summary>A label, when it was known first, and whether a prediction asked for it.</summary>
    internal sealed class Entry(string label, DateTimeOffset arrivedAt, int file)
    {
        public string Label { get; set; } = label;

        public DateTimeOffset ArrivedAt { get; } = arrivedAt;

        /// <summary>Number of the file that had it first, from 1.</summary>
        public int File { get; } = file;

        public bool IsUsed { get; set; }
    }
}
