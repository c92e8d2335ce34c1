using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>A verdict with what it was about: what the JSON and HTML reports say.</summary>
public sealed record CheckReport
{
    /// <summary>The judgement.</summary>
    public required DriftVerdict Drift { get; init; }

    /// <summary>Counts of the reference.</summary>
    public required Fingerprint Reference { get; init; }

    /// <summary>Counts of the batch.</summary>
    public required Fingerprint Current { get; init; }

    /// <summary>The reference as the user named it: a file, a folder, a glob.</summary>
    public required string ReferenceName { get; init; }

    /// <summary>The batch as the user named it.</summary>
    public required string CurrentName { get; init; }

    /// <summary>Seconds the check took; null when nobody measured.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>When the check was made; null leaves it out of the report.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>The verdict in one line.</summary>
    public string Conclusion => Drift.Reason;

    /// <summary>Columns of the batch that the reference does not have.</summary>
    public ImmutableArray<string> NewColumns => Current.UnknownColumns;

    /// <summary>Rows of either side with the wrong number of fields; they are counted in no column.</summary>
    public long RaggedRows => Reference.RaggedRows + Current.RaggedRows;

    /// <summary>Columns of the reference that are not judged, in its order, each with why.</summary>
    public ImmutableArray<NotJudgedColumn> NotJudged => NotJudgedColumn.Of(Reference.Schema);
}
