using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Online deployments.</summary>
internal sealed class DeploymentApi(Workspace workspace, ResourceText text, OperationRunner operations)
{
    internal ArmAnswer List(ArmRequest request) => workspace.Read(state =>
        state.Endpoints.TryGetValue(request.Endpoint, out var endpoint)
            ? Paging.Of(request, text.Address, endpoint.Deployments.Values.Select(d => Render(endpoint.Name, d)))
            : ArmAnswer.NotFound("onlineEndpoints", request.Endpoint));

    internal ArmAnswer Get(ArmRequest request) => workspace.Read(state => Read(state, request.Endpoint, request.Deployment));

    internal ArmAnswer Read(WorkspaceState state, string endpoint, string deployment)
    {
        if (!state.Endpoints.TryGetValue(endpoint, out var parent)) return ArmAnswer.NotFound("onlineEndpoints", endpoint);
        return parent.Deployments.TryGetValue(deployment, out var found) ? new ArmAnswer(200, Render(parent.Name, found)) : ArmAnswer.NotFound("deployments", deployment);
    }

    internal ArmAnswer Put(ArmRequest request)
    {
        if (ResourceNames.Refuse("a deployment", request.Deployment) is { } refused) return refused;
        return Accept(request, (state, endpoint) =>
        {
            var existing = endpoint.Deployments.GetValueOrDefault(request.Deployment);
            if (DeploymentRules.Refuse(state, request.Body, existing, text.WorkspaceId) is { } wrong) return wrong;
            if (Running(endpoint, existing) is { } running) return running;
            var body = ResourceText.Written(request.Body, "provisioningState");
            var record = existing ?? Add(endpoint, request.Deployment, body);
            record.Content.State = existing is null ? ProvisioningState.Creating : ProvisioningState.Updating;
            var operation = operations.Accept(state, request, record.Content, body);
            return new ArmAnswer(existing is null ? 201 : 200, Render(endpoint.Name, record, body)) { AsyncOperation = operation.Id };
        });
    }

    internal ArmAnswer Patch(ArmRequest request)
    {
        if (PatchRules.Refuse(request.Body, "PartialMinimalTrackedResourceWithSku", "tags", "sku") is { } wrong) return wrong;
        return Accept(request, (state, endpoint) =>
        {
            if (!endpoint.Deployments.TryGetValue(request.Deployment, out var found)) return ArmAnswer.NotFound("deployments", request.Deployment);
            if (Running(endpoint, found) is { } running) return running;
            var body = found.Content.Body.DeepClone().AsObject();
            MergePatch.Apply(body, request.Body);
            found.Content.State = request.Body.ContainsKey("sku") ? ProvisioningState.Scaling : ProvisioningState.Updating;
            return Later(operations.Accept(state, request, found.Content, body));
        });
    }

    internal ArmAnswer Delete(ArmRequest request)
    {
        if (workspace.Read(state => state.Endpoints.GetValueOrDefault(request.Endpoint)?.Deployments.ContainsKey(request.Deployment) != true)) return new ArmAnswer(204);
        return Accept(request, (state, endpoint) =>
        {
            if (!endpoint.Deployments.TryGetValue(request.Deployment, out var found)) return new ArmAnswer(204);
            int live = EndpointRules.Shares(endpoint.Content.Properties, "traffic").FirstOrDefault(s => s.Key.Equals(found.Name, StringComparison.OrdinalIgnoreCase)).Value;
            if (live > 0) return ArmAnswer.BadRequest($"Deployment '{found.Name}' has {live} % of the live traffic. Requests would fail. Give its share to another deployment first, then delete it.");
            if (Running(endpoint, found) is { } running) return running;
            found.Content.State = ProvisioningState.Deleting;
            return Later(operations.Accept(state, request, found.Content, null));
        });
    }

    private ArmAnswer Later(OperationRecord operation) => new(202) { Location = operation.Id, RetryAfter = workspace.Timings.RetryAfter };

    private ArmAnswer Accept(ArmRequest request, Func<WorkspaceState, EndpointRecord, ArmAnswer> accept)
    {
        var answer = workspace.Write(state => state.Endpoints.TryGetValue(request.Endpoint, out var endpoint)
            ? accept(state, endpoint)
            : ArmAnswer.NotFound("onlineEndpoints", request.Endpoint));
        if ((answer.AsyncOperation ?? answer.Location) is { } id) operations.Run(workspace.Read(state => state.Operations[id]));
        return answer;
    }

    private static ArmAnswer? Running(EndpointRecord endpoint, DeploymentRecord? deployment)
    {
        if (endpoint.Content.Operation is { } outer) return ArmAnswer.Conflict($"endpoint '{endpoint.Name}'", outer);
        return deployment?.Content.Operation is { } inner ? ArmAnswer.Conflict($"deployment '{deployment.Name}'", inner) : null;
    }

    private DeploymentRecord Add(EndpointRecord endpoint, string name, JsonObject body)
    {
        var record = new DeploymentRecord { Name = name, Content = new ResourceContent { Body = body, CreatedAt = workspace.Today, ModifiedAt = workspace.Today } };
        endpoint.Deployments.Add(name, record);
        return record;
    }

    private JsonObject Render(string endpoint, DeploymentRecord deployment, JsonObject? body = null)
    {
        var resource = text.Envelope(text.DeploymentId(endpoint, deployment.Name), "workspaces/onlineEndpoints/deployments", deployment.Content, body);
        var properties = resource["properties"]!.AsObject();
        properties["provisioningState"] = deployment.Content.State;
        text.TellOperation(properties, deployment.Content.LastOperation);
        return resource;
    }
}
