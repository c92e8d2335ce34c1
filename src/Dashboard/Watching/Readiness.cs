namespace Homeostat.Dashboard;

/// <summary>Whether the host can do its work.</summary>
/// <param name="Live">It answers, so it is.</param>
/// <param name="Ready">Whether store and controllers can be reached.</param>
/// <param name="Reasons">Why it is not ready.</param>
/// <param name="Warnings">What somebody should look at although it is: controllers that are gone.</param>
internal sealed record Readiness(bool Live, bool Ready, IReadOnlyList<string> Reasons, IReadOnlyList<string> Warnings);
