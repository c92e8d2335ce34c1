namespace Homeostat.Loop;

/// <summary>One part of what a policy means.</summary>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Text">Sentences, on one line.</param>
public sealed record PolicyParagraph(string Title, string Text);
