using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>One part of an explanation.</summary>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Lines">Each a sentence or a few, on one line; never empty.</param>
public sealed record ExplanationPart(string Title, ImmutableArray<string> Lines);
