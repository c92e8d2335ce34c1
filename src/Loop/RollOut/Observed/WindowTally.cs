using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What was counted of a deployment's answers since a time, and how far its files were read.</summary>
internal sealed record WindowTally
{
    /// <summary>Bytes read of each file.</summary>
    public ImmutableSortedDictionary<string, long> Offsets { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Answers by group.</summary>
    public ImmutableArray<long> Answers { get; init; } = [];

    /// <summary>Single answers, for comparing them with another deployment's; null: none are kept.</summary>
    public AnswerSample? Sample { get; init; }

    /// <summary>Labelled rows by batch.</summary>
    public ImmutableSortedDictionary<string, WindowLabels> Labels { get; init; } = ImmutableSortedDictionary.Create<string, WindowLabels>(StringComparer.Ordinal);
}
