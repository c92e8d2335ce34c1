using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Runs asynchronous operations: accepted at once, in force when their time has come and their work is done.</summary>
internal sealed class OperationRunner(Workspace workspace, IOperationWork work, FaultSet faults, CancellationToken stopping)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromHours(1);

    /// <summary>Puts an operation down in the state, under its lock; <see cref="Run"/> it when the lock is left.</summary>
    internal OperationRecord Accept(WorkspaceState state, ArmRequest request, ResourceContent target, JsonObject? body)
    {
        Forget(state);
        var operation = new OperationRecord
        {
            Id = FormattableString.Invariant($"op-{++state.LastOperation:d6}"),
            Method = request.Method,
            Endpoint = request.Endpoint,
            Deployment = request.Deployment.Length == 0 ? null : request.Deployment,
            Body = body,
            StartedAt = workspace.Now,
            DueAt = workspace.Now + workspace.Timings.Operation,
            Faults = faults.ForOperation(request.Method, request.Path),
        };
        state.Operations[operation.Id] = operation;
        target.Operation = target.LastOperation = operation.Id;
        return operation;
    }

    /// <summary>Goes on with what a restart interrupted.</summary>
    internal void Resume()
    {
        foreach (var operation in workspace.Read(state => state.Operations.Values.Where(o => o.IsRunning).ToArray())) Run(operation);
    }

    internal void Run(OperationRecord operation) => _ = RunAsync(operation);

    private async Task RunAsync(OperationRecord operation)
    {
        try
        {
            string? failure = await work.DoAsync(operation, stopping).ConfigureAwait(false);
            var rest = operation.DueAt - workspace.Now;
            if (rest > TimeSpan.Zero) await Task.Delay(rest, workspace.Durations, stopping).ConfigureAwait(false);
            if (operation.Faults.HangsBy is { } fault) await faults.WhenGoneAsync(fault).WaitAsync(stopping).ConfigureAwait(false);
            workspace.Change(state => End(state, operation.Id, operation.Faults.FailsWith ?? failure));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next start resumes it.
        }
    }

    private void End(WorkspaceState state, string id, string? failure)
    {
        var operation = state.Operations[id];
        operation.EndedAt = workspace.Now;
        operation.Status = failure is null ? OperationRecord.Succeeded : OperationRecord.Failed;
        if (failure is not null) operation.Error = ArmAnswer.ErrorBody(operation.Deployment is null ? "InferencingClientCallFailed" : "ResourceNotReady", failure);
        if (Find(state, operation) is not { } content) return;
        content.Operation = null;
        content.Remark = failure;
        if (failure is not null) content.State = ProvisioningState.Failed;
        else Apply(state, operation, content);
        faults.AfterWrite(operation.Endpoint, edit => Edit(state, operation.Endpoint, edit));
    }

    private void Apply(WorkspaceState state, OperationRecord operation, ResourceContent content)
    {
        bool isNew = content.State == ProvisioningState.Creating;
        bool isGone = operation.Method == "DELETE" ? !operation.Faults.IsLost : isNew && operation.Faults.IsLost;
        content.State = ProvisioningState.Succeeded;
        content.ModifiedAt = workspace.Today;
        if (isGone) Remove(state, operation);
        else if (operation.Body is { } body && !operation.Faults.IsLost)
            content.Replace(body.DeepClone().AsObject(), workspace.Now, isNew ? TimeSpan.Zero : operation.Faults.Lag ?? workspace.Timings.ReadLag);
    }

    /// <summary>Somebody else's hand: in force and readable at once, without an operation.</summary>
    internal void Edit(WorkspaceState state, string endpoint, JsonObject edit)
    {
        if (!state.Endpoints.TryGetValue(endpoint, out var found)) return;
        var body = found.Content.Body.DeepClone().AsObject();
        MergePatch.Apply(body, edit);
        // Maps of shares are replaced: a share that the edit does not name is none.
        foreach (string map in (string[])["traffic", "mirrorTraffic"])
            if (edit["properties"]?[map] is { } shares) body["properties"]![map] = shares.DeepClone();
        found.Content.Replace(body, workspace.Now, TimeSpan.Zero);
        found.Content.ModifiedAt = workspace.Today;
    }

    private static void Remove(WorkspaceState state, OperationRecord operation)
    {
        if (operation.Deployment is null) state.Endpoints.Remove(operation.Endpoint);
        else state.Endpoints[operation.Endpoint].Deployments.Remove(operation.Deployment);
    }

    private static ResourceContent? Find(WorkspaceState state, OperationRecord operation)
    {
        if (!state.Endpoints.TryGetValue(operation.Endpoint, out var endpoint)) return null;
        if (operation.Deployment is null) return endpoint.Content;
        return endpoint.Deployments.TryGetValue(operation.Deployment, out var deployment) ? deployment.Content : null;
    }

    private void Forget(WorkspaceState state)
    {
        var before = workspace.Now - s_remembered;
        foreach (string id in state.Operations.Where(o => o.Value.EndedAt < before).Select(o => o.Key).ToArray()) state.Operations.Remove(id);
    }
}
