namespace Homeostat.Dashboard;

/// <summary>All models.</summary>
/// <param name="Models">In order of name.</param>
public sealed record ModelList(IReadOnlyList<ModelView> Models);
