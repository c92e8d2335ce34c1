namespace Homeostat.Dashboard;

/// <summary>Every route, as "GET /api/models".</summary>
internal sealed record RouteList(IReadOnlyList<string> Routes);
