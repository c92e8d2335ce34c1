using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>The two addresses an operation is polled at: its status, and its result.</summary>
internal sealed class OperationApi(Workspace workspace, EndpointApi endpoints, DeploymentApi deployments)
{
    internal ArmAnswer Status(ArmRequest request) => workspace.Read(state =>
    {
        if (!state.Operations.TryGetValue(request.Name, out var operation)) return Unknown(request);
        var body = new JsonObject
        {
            ["id"] = request.Path,
            ["name"] = operation.Id,
            ["status"] = operation.Status,
            ["startTime"] = Dates.Text(operation.StartedAt),
        };
        if (operation.EndedAt is { } end) body["endTime"] = Dates.Text(end);
        if (operation.Error is { } error) body["error"] = error.DeepClone();
        return new ArmAnswer(200, body) { RetryAfter = operation.IsRunning ? workspace.Timings.RetryAfter : null };
    });

    internal ArmAnswer Result(ArmRequest request) => workspace.Read(state =>
    {
        if (!state.Operations.TryGetValue(request.Name, out var operation)) return Unknown(request);
        if (operation.IsRunning) return new ArmAnswer(202) { Location = operation.Id, RetryAfter = workspace.Timings.RetryAfter };
        if (operation.Error is { } error) return new ArmAnswer(400, new JsonObject { ["error"] = error.DeepClone() });
        if (operation.Method == "DELETE") return new ArmAnswer(204);
        return operation.Deployment is null
            ? endpoints.Read(state, operation.Endpoint)
            : deployments.Read(state, operation.Endpoint, operation.Deployment);
    });

    private static ArmAnswer Unknown(ArmRequest request) => ArmAnswer.Error(404, "NotFound",
        $"There is no operation '{request.Name}'. Its end cannot be told. Read the resource itself: operations are forgotten an hour after their end.");
}
