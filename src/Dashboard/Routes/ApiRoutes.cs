using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>The table of routes: all there are, in both hosts.</summary>
public static class ApiRoutes
{
    /// <summary>Every route.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        Get("Page", "/", PageHandler.Show) with { IsOpen = true },
        Get("PageFile", "/page/{file}", PageHandler.File) with { IsOpen = true },
        Get("ListModels", "/api/models", ModelHandlers.List),
        Get("ShowModel", "/api/models/{m}", ModelHandlers.Show),
        Get("ReadJournal", "/api/models/{m}/journal", JournalHandler.Read),
        Get("ReadReport", "/api/models/{m}/reports/{batch}", ReportHandler.Read),
        Post("RollBack", "/api/models/{m}/rollback", RollbackHandler.Run),
        Post("Retrain", "/api/models/{m}/retrain", CommandHandlers.Retrain),
        Post("Pause", "/api/models/{m}/pause", CommandHandlers.Pause),
        Post("Resume", "/api/models/{m}/resume", CommandHandlers.Resume),
        Post("Answer", "/api/models/{m}/approvals/{id}", ApprovalHandler.Answer),
        Get("Health", "/api/health", HealthHandler.Show) with { IsOpen = true },
        Get("Metrics", "/metrics", MetricsHandler.Show),
    ];

    /// <summary>The route of a name.</summary>
    public static ApiRoute Of(string name) => All.First(route => route.Name == name);

    private static ApiRoute Get(string name, string pattern, Func<ApiCall, Task<IResult>> handler) => new(name, HttpMethods.Get, pattern, handler);

    private static ApiRoute Post(string name, string pattern, Func<ApiCall, Task<IResult>> handler) => new(name, HttpMethods.Post, pattern, handler);
}
