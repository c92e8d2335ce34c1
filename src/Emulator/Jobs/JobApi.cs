using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Command jobs.</summary>
internal sealed class JobApi(Workspace workspace, ResourceText text, JobRunner runner)
{
    internal ArmAnswer List(ArmRequest request) => workspace.Read(state => Paging.Of(request, text.Address, state.Jobs.Values
        .Where(job => request.Query("jobType") is not { } type || type.Equals("Command", StringComparison.OrdinalIgnoreCase))
        .Where(job => request.Query("tag") is not { } tag || (job.Content.Properties["tags"] as JsonObject)?.ContainsKey(tag) == true)
        .OrderByDescending(job => job.Content.CreatedAt).Select(Render)));

    internal ArmAnswer Get(ArmRequest request) => workspace.Read(state =>
        state.Jobs.TryGetValue(request.Name, out var job) ? new ArmAnswer(200, Render(job)) : ArmAnswer.NotFound("jobs", request.Name));

    internal ArmAnswer Put(ArmRequest request)
    {
        if (ResourceNames.RefuseDotted("a job", request.Name) is { } refused) return refused;
        bool isNew = false;
        var answer = workspace.Write(state =>
        {
            if (JobRules.Refuse(request.Body) is { } wrong) return wrong;
            if (state.Jobs.TryGetValue(request.Name, out var existing)) return Update(existing, request.Body);
            isNew = true;
            var job = new JobRecord { Name = request.Name, Content = new ResourceContent { Body = JobRules.Written(request.Body), State = JobStatus.NotStarted, CreatedAt = workspace.Today, ModifiedAt = workspace.Today } };
            state.Jobs.Add(job.Name, job);
            return new ArmAnswer(201, Render(job));
        });
        if (isNew) runner.Run(request.Name, request.Path);
        return answer;
    }

    internal ArmAnswer Cancel(ArmRequest request)
    {
        var answer = workspace.Write(state =>
        {
            if (!state.Jobs.TryGetValue(request.Name, out var job)) return ArmAnswer.NotFound("jobs", request.Name);
            if (!JobStatus.IsEnd(job.Content.State)) job.Content.State = JobStatus.CancelRequested;
            return new ArmAnswer(200);
        });
        if (!answer.IsError) runner.Cancel(request.Name);
        return answer;
    }

    private ArmAnswer Update(JobRecord job, JsonObject body)
    {
        var written = JobRules.Written(body);
        if (JobRules.Changed(job.Content.Body, written) is { } member)
            return ArmAnswer.Error(400, "UserError", $"A job with this name already exists, and its '{member}' cannot be changed: only description, tags, displayName, properties and isArchived can. Nothing was started. If you are trying to submit a new job, use a different name.");
        foreach (string name in JobRules.Changeable)
            if (written["properties"]![name] is { } value) job.Content.Body["properties"]![name] = value.DeepClone();
        job.Content.ModifiedAt = workspace.Today;
        return new ArmAnswer(200, Render(job));
    }

    private JsonObject Render(JobRecord job)
    {
        var resource = text.Envelope($"{text.WorkspaceId}/jobs/{job.Name}", "workspaces/jobs", job.Content);
        var properties = resource["properties"]!.AsObject();
        properties["status"] = job.Content.State;
        var bag = ResourceText.Bag(properties);
        if (job.StartedAt is { } start) bag["StartTimeUtc"] = Dates.Seconds(start);
        if (job.EndedAt is { } end) bag["EndTimeUtc"] = Dates.Seconds(end);
        if (job.ExitCode is { } code) bag["emulator.exitCode"] = code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (job.Content.State != JobStatus.Completed || properties["outputs"] is not JsonObject outputs) return resource;
        foreach (var (name, output) in outputs)
            if (output is JsonObject described && EndpointRules.Text(described["uri"]) is null) described["uri"] = AssetPaths.OutputUri(job, name);
        return resource;
    }
}
