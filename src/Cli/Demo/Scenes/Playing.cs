namespace Homeostat.Cli;

/// <summary>One playing of a scene.</summary>
/// <param name="Stage">Where it is played.</param>
/// <param name="Log">What is expected, and what came.</param>
/// <param name="Cancellation">Ends it early.</param>
internal sealed record Playing(Stage Stage, SceneLog Log, CancellationToken Cancellation);
