using Homeostat.Dashboard;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Homeostat.Functions;

/// <summary>The HTTP API and the page: one function a row of <see cref="ApiRoutes"/>, named and routed like it.</summary>
/// <param name="host">Runs them.</param>
public sealed class HttpRoutes(LoopHost host)
{
    // The host takes an empty route for none and would call the page by its function's name.
    private const string Root = "{ignored:maxlength(0)?}";

    /// <summary>The page.</summary>
    [Function("Page")]
    public Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Root)] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Page", request, client);

    /// <summary>A file of the page.</summary>
    [Function("PageFile")]
    public Task<IResult> PageFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page/{file}")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("PageFile", request, client);

    /// <summary>Every model in short.</summary>
    [Function("ListModels")]
    public Task<IResult> ListModels([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/models")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("ListModels", request, client);

    /// <summary>One model.</summary>
    [Function("ShowModel")]
    public Task<IResult> ShowModel([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/models/{m}")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("ShowModel", request, client);

    /// <summary>A page of a model's journal.</summary>
    [Function("ReadJournal")]
    public Task<IResult> ReadJournal([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/models/{m}/journal")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("ReadJournal", request, client);

    /// <summary>The report of a batch.</summary>
    [Function("ReadReport")]
    public Task<IResult> ReadReport([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/models/{m}/reports/{batch}")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("ReadReport", request, client);

    /// <summary>Rolls a model back.</summary>
    [Function("RollBack")]
    public Task<IResult> RollBack([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/models/{m}/rollback")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("RollBack", request, client);

    /// <summary>Asks for a challenger.</summary>
    [Function("Retrain")]
    public Task<IResult> Retrain([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/models/{m}/retrain")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Retrain", request, client);

    /// <summary>Watch only.</summary>
    [Function("Pause")]
    public Task<IResult> Pause([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/models/{m}/pause")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Pause", request, client);

    /// <summary>Go on.</summary>
    [Function("Resume")]
    public Task<IResult> Resume([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/models/{m}/resume")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Resume", request, client);

    /// <summary>Answers a controller's question.</summary>
    [Function("Answer")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/models/{m}/approvals/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Answer", request, client);

    /// <summary>Whether the app is well.</summary>
    [Function("Health")]
    public Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Health", request, client);

    /// <summary>Metrics for a scraper.</summary>
    [Function("Metrics")]
    public Task<IResult> Metrics([HttpTrigger(AuthorizationLevel.Function, "get", Route = "metrics")] HttpRequest request, [DurableClient] DurableTaskClient client) => RunAsync("Metrics", request, client);

    private Task<IResult> RunAsync(string name, HttpRequest request, DurableTaskClient client)
    {
        var values = request.RouteValues.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.Ordinal);
        return host.Api(client).RunAsync(ApiRoutes.Of(name), request, values);
    }
}
