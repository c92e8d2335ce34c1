using System.Net.Http.Headers;
using System.Text;

namespace Homeostat.Emulator;

/// <summary>Asks the process behind a deployment, as the platform's proxy does.</summary>
internal sealed class ModelClient(Workspace workspace, FaultSet faults)
{
    /// <summary>Asks, and counts what came of it.</summary>
    internal async Task<ModelAnswer> AskAsync(DeploymentRoute deployment, ScoringCall call, CancellationToken cancellation)
    {
        long since = workspace.Durations.GetTimestamp();
        var answer = deployment.Host.TryEnter(deployment.MostPending)
            ? await LeavingAsync(deployment, call, cancellation).ConfigureAwait(false)
            : ModelAnswer.Problem(429, $"Too many pending requests: deployment '{deployment.Name}' takes {deployment.MostPending} at once. This one was not sent. Try again later, or raise maxConcurrentRequestsPerInstance.");
        deployment.Meter.Count(call.At, answer.Status, answer.ModelStatus, workspace.Durations.GetElapsedTime(since));
        return answer;
    }

    private async Task<ModelAnswer> LeavingAsync(DeploymentRoute deployment, ScoringCall call, CancellationToken cancellation)
    {
        try
        {
            return await TimedAsync(deployment, call, cancellation).ConfigureAwait(false);
        }
        finally
        {
            deployment.Host.Leave();
        }
    }

    private async Task<ModelAnswer> TimedAsync(DeploymentRoute deployment, ScoringCall call, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(deployment.Timeout, workspace.Durations);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var injected = faults.ForModel($"/endpoints/{deployment.Endpoint}/score", deployment.Name);
            return injected.Count == 0
                ? await SendAsync(deployment, call, either.Token).ConfigureAwait(false)
                : await InjectAsync(injected, deployment, call, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ModelAnswer.Problem(408, $"The model of deployment '{deployment.Name}' took longer than {deployment.Timeout.TotalSeconds:0.###} s. The request was given up. Make the model faster, or raise requestTimeout.");
        }
    }

    private static async Task<ModelAnswer> SendAsync(DeploymentRoute deployment, ScoringCall call, CancellationToken cancellation)
    {
        if (deployment.Host.IsPlaceholder) return PlaceholderModel.Answer(call.Body);
        var child = deployment.Host.Child;
        while (child is not null)
        {
            if (await TryPostAsync(child, call, cancellation).ConfigureAwait(false) is { } answer) return answer;
            // An update may have put a new process in the place of the one that was just asked.
            var next = deployment.Host.Child;
            if (next == child) return ModelAnswer.Problem(502, $"The process of deployment '{deployment.Name}' broke off the connection. The request has no answer. Look at the deployment's log.");
            child = next;
        }
        return ModelAnswer.Problem(503, $"no healthy upstream: deployment '{deployment.Name}' has no process that answers. The request was not sent. Look at its state and its log.");
    }

    // Null when the process is gone.
    private static async Task<ModelAnswer?> TryPostAsync(ServingChild child, ScoringCall call, CancellationToken cancellation)
    {
        child.Enter();
        try
        {
            return await PostAsync(child, call, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            child.Leave();
        }
    }

    private static async Task<ModelAnswer> PostAsync(ServingChild child, ScoringCall call, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, child.Score) { Content = new ByteArrayContent(call.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", call.ContentType);
        request.Headers.TryAddWithoutValidation("x-request-id", call.RequestId);
        using var response = await child.Client.SendAsync(request, cancellation).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        int status = (int)response.StatusCode;
        return new ModelAnswer(status == 200 ? 200 : 424, status, body, response.Content.Headers.ContentType?.ToString());
    }

    private async Task<ModelAnswer> InjectAsync(IReadOnlyList<Fault> injected, DeploymentRoute deployment, ScoringCall call, CancellationToken cancellation)
    {
        foreach (var fault in injected.Where(f => f.Kind == FaultKind.Latency)) await Task.Delay(fault.Duration, workspace.Durations, cancellation).ConfigureAwait(false);
        foreach (var fault in injected)
        {
            if (fault.Kind is FaultKind.Error or FaultKind.Throttle or FaultKind.ExpiredToken)
            {
                int status = fault.Kind switch { FaultKind.Throttle => 429, FaultKind.ExpiredToken => 401, _ => fault.Status };
                return ModelAnswer.Problem(424, fault.Message ?? "The model was made to fail.", status);
            }
            if (fault.Kind == FaultKind.Disconnect) return ModelAnswer.Problem(502, "The connection to the model was made to break.");
            if (fault.Kind == FaultKind.Garbage) return new ModelAnswer(200, 200, Encoding.UTF8.GetBytes(fault.Message ?? "<html>not what you asked for"), "application/json");
        }
        return await SendAsync(deployment, call, cancellation).ConfigureAwait(false);
    }
}
