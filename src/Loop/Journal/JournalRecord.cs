using System.Text;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>One decision, with what it was made from. A line of <c>journal/{model}/{yyyy-MM}.jsonl</c>.</summary>
/// <param name="Sequence">0, 1, 2, ... over all months of a model.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Id">What makes it one: a second append with the same id is a no-op.</param>
/// <param name="Kind">Which decision, as <see cref="JournalKinds"/> names it.</param>
/// <param name="Summary">One sentence for a person.</param>
/// <param name="Evidence">Everything it was made from, so that it can be made again.</param>
public sealed record JournalRecord(long Sequence, DateTimeOffset At, string Id, string Kind, string Summary, JsonElement Evidence)
{
    /// <summary>SHA-256 of the record before, in hex; of nothing for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 of this record without this member, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The record as it stands in its file, to the byte: one line of JSON.</summary>
    public string ToJson() => Encoding.UTF8.GetString(JournalLine.Write(new JournalEntry("", At, Id, Kind, Summary, Evidence), Sequence, Previous).AsSpan(..^1));
}
