using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>
/// A command job as it is written. The command finds <c>${{inputs.training}}</c>, the folder that all names in the manifest are relative to;
/// <c>${{inputs.manifest}}</c>, the manifest's name in it; each of <see cref="AzureMLOptions.Folders"/> by its name; <c>${{inputs.trials}}</c>; for a warm start <c>${{inputs.champion}}</c>, a folder; and leaves
/// the model in <c>${{outputs.model}}</c>, a folder.
/// </summary>
internal static class JobBody
{
    internal const string ModelTag = "homeostat.model", DataTag = "homeostat.data", Output = "model";

    internal static JsonObject Of(TrainingJobRequest request, TrainingJobOptions job, string? champion, WorkspaceIds ids, AzureMLOptions options)
    {
        var properties = new JsonObject
        {
            ["jobType"] = "Command",
            ["command"] = job.Command,
            ["experimentName"] = request.Model,
            ["displayName"] = request.Name,
            ["inputs"] = Inputs(request, champion, options),
            ["outputs"] = new JsonObject { [Output] = new JsonObject { ["jobOutputType"] = "custom_model", ["uri"] = Artifacts.UriOf(options.DataRoot, request.Model, request.Name), ["mode"] = "ReadWriteMount" } },
            ["tags"] = new JsonObject { [ModelTag] = request.Model, [DataTag] = request.DataHash },
        };
        if (ids.Asset("codes", job.Code) is { } code) properties["codeId"] = code;
        if (ids.Asset("environments", job.Environment) is { } environment) properties["environmentId"] = environment;
        if (ids.Compute(job.Compute) is { } compute) properties["computeId"] = compute;
        else properties["resources"] = new JsonObject { ["instanceCount"] = 1, ["instanceType"] = job.InstanceType }; // serverless
        // The loop cancels a job that runs too long; should the loop be gone, the job still ends.
        if (request.TimeLimit is { } limit) properties["limits"] = new JsonObject { ["jobLimitsType"] = "Command", ["timeout"] = XmlConvert.ToString(limit) };
        return new JsonObject { ["properties"] = properties };
    }

    private static JsonObject Inputs(TrainingJobRequest request, string? champion, AzureMLOptions options)
    {
        var inputs = new JsonObject
        {
            ["training"] = Folder(options.DataRoot),
            ["manifest"] = Literal(request.Data),
            ["trials"] = Literal(request.SearchTrials.ToString(CultureInfo.InvariantCulture)),
        };
        foreach (var (name, uri) in options.Folders) inputs[name] = Folder(uri);
        if (champion is not null) inputs["champion"] = Folder(champion);
        return inputs;
    }

    private static JsonObject Folder(string uri) => new() { ["jobInputType"] = "uri_folder", ["uri"] = uri, ["mode"] = "ReadOnlyMount" };

    private static JsonObject Literal(string value) => new() { ["jobInputType"] = "literal", ["value"] = value };
}
