using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Runs jobs as processes. One that the emulator's own end interrupted starts anew, as on a node that was lost.</summary>
internal sealed class JobRunner(Workspace workspace, JobCommands commands, ModelApi models, FaultSet faults, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _cancels = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.OrdinalIgnoreCase);

    internal void Resume()
    {
        foreach (var job in workspace.Read(state => state.Jobs.Values.Where(j => !JobStatus.IsEnd(j.Content.State)).ToArray()))
        {
            if (job.Content.State == JobStatus.CancelRequested) End(job.Name, JobStatus.Canceled, null, "It was cancelled.");
            else Run(job.Name, $"/jobs/{job.Name}");
        }
    }

    internal void Run(string name, string path)
    {
        var cancel = _cancels[name] = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _running[name] = RunAsync(name, faults.ForOperation("PUT", path), cancel.Token);
    }

    internal void Cancel(string name)
    {
        if (_cancels.TryGetValue(name, out var cancel)) cancel.Cancel();
    }

    /// <summary>Completes when no process of a job is left.</summary>
    internal Task WhenStoppedAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(string name, OperationFaults injected, CancellationToken cancel)
    {
        await Task.Yield();
        try
        {
            await RunToEndAsync(name, injected, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next start runs it anew.
            if (!stopping.IsCancellationRequested) End(name, JobStatus.Canceled, null, "It was cancelled.");
        }
        catch (Exception e) when (e is EmulatorException or IOException or UnauthorizedAccessException)
        {
            End(name, JobStatus.Failed, null, e.Message);
        }
        finally
        {
            if (_cancels.TryRemove(name, out var source)) source.Dispose();
        }
    }

    private async Task RunToEndAsync(string name, OperationFaults injected, CancellationToken cancel)
    {
        var (command, failure) = workspace.Read(state => commands.Prepare(state, state.Jobs[name]));
        if (command is null)
        {
            End(name, JobStatus.Failed, null, failure);
            return;
        }
        workspace.Change(state =>
        {
            state.Jobs[name].Content.State = JobStatus.Running;
            state.Jobs[name].StartedAt = workspace.Today;
        });
        int? code = await ExitAsync(name, command, cancel).ConfigureAwait(false);
        if (injected.HangsBy is { } fault) await faults.WhenGoneAsync(fault).WaitAsync(cancel).ConfigureAwait(false);
        if (injected.IsLost) workspace.Read(state =>
        {
            commands.DropOutputs(state, state.Jobs[name]);
            return 0;
        });
        if (code is null) End(name, JobStatus.Canceled, null, "It ran longer than its limit, 'limits.timeout'.");
        else if (injected.FailsWith is { } message) End(name, JobStatus.Failed, code, message);
        else if (code != 0) End(name, JobStatus.Failed, code, $"Its process ended with exit code {code}. The end of its output: {LogTail.Read(command.Log, 20)}");
        else End(name, JobStatus.Completed, code, null);
    }

    // Null when time ran out.
    private async Task<int?> ExitAsync(string name, ChildCommand command, CancellationToken cancel)
    {
        var limit = workspace.Read(state => Dates.Duration(EndpointRules.Text(state.Jobs[name].Content.Properties["limits"]?["timeout"]))) ?? Timeout.InfiniteTimeSpan;
        using var child = ChildProcess.Start(command);
        try
        {
            return await child.Exited.WaitAsync(limit, workspace.Durations, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            await child.StopAsync(workspace.Durations).ConfigureAwait(false);
        }
    }

    private void End(string name, string status, int? code, string? remark) => workspace.Change(state =>
    {
        var job = state.Jobs[name];
        job.Content.State = status;
        job.Content.ModifiedAt = workspace.Today;
        job.ExitCode = code;
        job.Content.Remark = remark;
        job.EndedAt = workspace.Today;
        if (status == JobStatus.Completed) Register(state, job);
    });

    // An output with an asset's name becomes a version when the job ends; one without is registered by whoever asked for the job.
    private void Register(WorkspaceState state, JobRecord job)
    {
        foreach (var (name, output) in job.Content.Properties["outputs"] as JsonObject ?? [])
        {
            if (!commands.HasOutput(state, job, name))
            {
                job.Content.Remark = $"It ended with exit code 0, and left no file in its output '{name}'. Nothing can be registered from it. Look at its log.";
            }
            else if (EndpointRules.Text(output?["assetName"]) is { } asset)
            {
                string version = EndpointRules.Text(output!["assetVersion"]) ?? ModelApi.NextVersion(state, asset);
                models.Register(state, asset, version, new JsonObject
                {
                    ["properties"] = new JsonObject
                    {
                        ["modelUri"] = $"azureml://jobs/{job.Name}/outputs/{name}",
                        ["modelType"] = EndpointRules.Text(output["jobOutputType"]) ?? "custom_model",
                        ["jobName"] = job.Name,
                    },
                });
            }
        }
    }
}
