using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>From a job's body to a process: folders made, placeholders filled in.</summary>
internal sealed class JobCommands(EmulatorOptions options, AssetPaths paths, string toolPath)
{
    internal string Log(string job) => Path.Combine(Folder(job), "user_logs", "std_log.txt");

    internal bool HasOutput(WorkspaceState state, JobRecord job, string output) =>
        paths.Find(state, AssetPaths.OutputUri(job, output)) is { } folder && AssetPaths.HasContent(folder);

    /// <summary>Empties its outputs, as far as they are its own.</summary>
    internal void DropOutputs(WorkspaceState state, JobRecord job)
    {
        foreach (var (name, _) in job.Content.Properties["outputs"] as JsonObject ?? [])
            if (paths.Find(state, AssetPaths.OutputUri(job, name)) is { } folder && paths.IsOwn(folder, job.Name)) Delete(folder);
    }

    /// <summary>The process, with fresh folders; or why there can be none.</summary>
    internal (ChildCommand? Command, string? Failure) Prepare(WorkspaceState state, JobRecord job)
    {
        var properties = job.Content.Properties;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = toolPath, ["AZUREML_RUN_ID"] = job.Name };
        Delete(Folder(job.Name));
        // What an interrupted run left is no part of this one.
        DropOutputs(state, job);
        foreach (var (name, _) in properties["outputs"] as JsonObject ?? [])
        {
            string uri = AssetPaths.OutputUri(job, name);
            if (paths.Find(state, uri) is not { } folder) return (null, $"Output '{name}' is '{uri}', of a kind that is not emulated. There is nowhere to write. Use azureml://datastores/... or file:///..., or leave the uri out.");
            variables[$"AZURE_ML_OUTPUT_{name}"] = Directory.CreateDirectory(folder).FullName;
        }
        foreach (var (name, input) in properties["inputs"] as JsonObject ?? [])
        {
            var (value, failure) = Input(state, name, input);
            if (value is null) return (null, failure);
            variables[$"AZURE_ML_INPUT_{name}"] = value;
        }
        foreach (var (name, value) in properties["environmentVariables"] as JsonObject ?? [])
            if (EndpointRules.Text(value) is { } text) variables[name] = text;
        string work = paths.Find(state, EndpointRules.Text(properties["codeId"]) ?? "") is { } code && Directory.Exists(code) ? code : Path.Combine(Folder(job.Name), "wd");
        return (new ChildCommand(Line(properties, variables), work, Log(job.Name)) { Environment = variables }, null);
    }

    private string Line(JsonObject properties, Dictionary<string, string> variables)
    {
        string command = JobRules.Placeholder.Replace(EndpointRules.Text(properties["command"])!, match =>
            ChildShell.Quote(variables[$"AZURE_ML_{(match.Groups["side"].Value == "inputs" ? "INPUT" : "OUTPUT")}_{match.Groups["name"].Value}"]));
        return options.JobCommand.Replace("{command}", command, StringComparison.Ordinal);
    }

    private (string? Value, string? Failure) Input(WorkspaceState state, string name, JsonNode? input)
    {
        if ("literal".Equals(EndpointRules.Text(input?["jobInputType"]), StringComparison.OrdinalIgnoreCase)) return (input!["value"]?.ToString() ?? "", null);
        if (EndpointRules.Text(input?["uri"]) is not { } uri) return (null, $"Input '{name}' has no 'uri'. The job would run without it. Write where the data lies.");
        if (paths.Find(state, uri) is not { } path) return (null, $"Input '{name}' is '{uri}', of a kind that is not emulated. It cannot be found. Use azureml://datastores/..., azureml://jobs/..., a model version or file:///....");
        return Path.Exists(path) ? (path, null) : (null, $"Input '{name}' is '{uri}', which lies at '{path}', where there is nothing. The job would run without it. Put the data there first.");
    }

    private string Folder(string job) => Path.Combine(options.StateFolder, "jobs", job);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
