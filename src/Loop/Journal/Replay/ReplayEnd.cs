namespace Homeostat.Loop;

/// <summary>What came of making a journaled decision again.</summary>
public enum ReplayEnd
{
    /// <summary>The evidence gives the same verdict.</summary>
    Same,

    /// <summary>The evidence gives another verdict, or cannot be read any more.</summary>
    Differs,

    /// <summary>What it was made from is not at hand: counts in storage that are gone or were changed, or that were not asked for.</summary>
    Unavailable,

    /// <summary>The record tells of a deed or of an answer, not of a judgement: there is nothing to make again.</summary>
    NotJudged,
}
