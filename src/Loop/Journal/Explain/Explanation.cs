using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What a person is told who asks why: of one decision, or of where a model stands.</summary>
/// <param name="Title">What it is about, in one line.</param>
/// <param name="Parts">Paragraphs, in the order to be read.</param>
public sealed record Explanation(string Title, ImmutableArray<ExplanationPart> Parts);
