namespace Homeostat.Dashboard;

/// <summary>All models.</summary>
internal sealed record ModelList(IReadOnlyList<ModelView> Models);
