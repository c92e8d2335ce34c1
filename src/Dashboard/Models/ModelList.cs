namespace Homeostat.Dashboard;

/// <summary>All models.</summary>
/// <param name="Now">The host's clock: ages are told by it.</param>
/// <param name="Models">In order of name.</param>
public sealed record ModelList(DateTimeOffset Now, IReadOnlyList<ModelView> Models);
