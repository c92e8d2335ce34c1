using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A judged batch, for the breach rule.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="Verdict">Its verdict; Inconclusive and Error count neither way.</param>
public sealed record BreachSample(string Batch, Verdict Verdict)
{
    /// <summary>What failed, gravest first.</summary>
    public ImmutableArray<string> Features { get; init; } = [];
}
