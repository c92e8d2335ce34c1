using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Online endpoints.</summary>
internal sealed class EndpointApi(Workspace workspace, ResourceText text, OperationRunner operations)
{
    internal ArmAnswer List(ArmRequest request) => workspace.Read(state =>
        Paging.Of(request, text.Address, state.Endpoints.Values.Where(e => request.Query("name") is not { } name || e.Name == name).Select(e => Render(e))));

    internal ArmAnswer Get(ArmRequest request) => workspace.Read(state => Read(state, request.Endpoint));

    internal ArmAnswer Read(WorkspaceState state, string endpoint) =>
        state.Endpoints.TryGetValue(endpoint, out var found) ? new ArmAnswer(200, Render(found)) : ArmAnswer.NotFound("onlineEndpoints", endpoint);

    internal ArmAnswer Put(ArmRequest request)
    {
        if (ResourceNames.Refuse("an endpoint", request.Endpoint) is { } refused) return refused;
        OperationRecord? operation = null;
        var answer = workspace.Write(state =>
        {
            var existing = state.Endpoints.GetValueOrDefault(request.Endpoint);
            if (EndpointRules.Refuse(request.Body, existing) is { } wrong) return wrong;
            if (existing?.Content.Operation is { } running) return ArmAnswer.Conflict($"endpoint '{existing.Name}'", running);
            var body = EndpointRules.Written(request.Body);
            var record = existing ?? Add(state, request.Endpoint, body);
            record.Content.State = existing is null ? ProvisioningState.Creating : ProvisioningState.Updating;
            operation = operations.Accept(state, request, record.Content, body);
            return new ArmAnswer(existing is null ? 201 : 200, Render(record, body)) { AsyncOperation = operation.Id };
        });
        if (operation is not null) operations.Run(operation);
        return answer;
    }

    internal ArmAnswer Patch(ArmRequest request)
    {
        if (PatchRules.Refuse(request.Body, "PartialMinimalTrackedResourceWithIdentity", "tags", "identity") is { } wrong) return wrong;
        return Accept(request, ProvisioningState.Updating, found =>
        {
            var body = found.Content.Body.DeepClone().AsObject();
            MergePatch.Apply(body, request.Body);
            return body;
        });
    }

    internal ArmAnswer Delete(ArmRequest request)
    {
        if (workspace.Read(state => !state.Endpoints.ContainsKey(request.Endpoint))) return new ArmAnswer(204);
        return Accept(request, ProvisioningState.Deleting, _ => null);
    }

    private ArmAnswer Accept(ArmRequest request, string during, Func<EndpointRecord, JsonObject?> body)
    {
        OperationRecord? operation = null;
        var answer = workspace.Write(state =>
        {
            if (!state.Endpoints.TryGetValue(request.Endpoint, out var found)) return ArmAnswer.NotFound("onlineEndpoints", request.Endpoint);
            if (Running(found, during) is { } running) return ArmAnswer.Conflict($"endpoint '{found.Name}'", running);
            found.Content.State = during;
            operation = operations.Accept(state, request, found.Content, body(found));
            return new ArmAnswer(202) { Location = operation.Id, RetryAfter = workspace.Timings.RetryAfter };
        });
        if (operation is not null) operations.Run(operation);
        return answer;
    }

    // Deleting an endpoint takes its deployments along, so what runs on them is in the way too.
    private static string? Running(EndpointRecord endpoint, string during) => endpoint.Content.Operation
        ?? (during == ProvisioningState.Deleting ? endpoint.Deployments.Values.Select(d => d.Content.Operation).FirstOrDefault(o => o is not null) : null);

    private EndpointRecord Add(WorkspaceState state, string name, JsonObject body)
    {
        var record = new EndpointRecord { Name = name, Content = new ResourceContent { Body = body, CreatedAt = workspace.Today, ModifiedAt = workspace.Today } };
        state.Endpoints.Add(name, record);
        return record;
    }

    private JsonObject Render(EndpointRecord endpoint, JsonObject? body = null)
    {
        var resource = text.Envelope(text.EndpointId(endpoint.Name), "workspaces/onlineEndpoints", endpoint.Content, body);
        var properties = resource["properties"]!.AsObject();
        properties["scoringUri"] = text.ScoringUri(endpoint.Name);
        properties["swaggerUri"] = null;
        properties["provisioningState"] = endpoint.Content.State;
        text.TellOperation(properties, endpoint.Content.LastOperation);
        return resource;
    }
}
