using System.Globalization;
using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Model versions of the workspace: numbered, one for each job that left a model.</summary>
internal sealed class ModelVersions(ArmService arm, WorkspaceIds ids)
{
    private const string JobTag = "homeostat.job";
    private const int MostRaces = 5;

    internal Task<ArmAnswer?> FindAsync(string model, string version, CancellationToken cancellation) =>
        arm.GetAsync(new ArmCall($"read version {version} of the model '{model}'"), ids.ModelVersion(model, version), cancellation);

    /// <summary>Registers what a job left behind, as the next number; asked again it is the version that is there.</summary>
    internal async Task<string> RegisterAsync(string model, string job, string uri, CancellationToken cancellation)
    {
        var call = new ArmCall($"register what the job '{job}' left as the model '{model}'");
        for (int race = 0; race < MostRaces; race++)
        {
            var there = await arm.ListAsync(call, ids.Model(model), "versions", cancellation);
            if (there.FirstOrDefault(version => IsOf(version["properties"], job)) is { } known && known["name"].Text() is { } name) return name;
            string next = (1 + there.Select(NumberOf).DefaultIfEmpty().Max()).ToString(CultureInfo.InvariantCulture);
            var id = ids.ModelVersion(model, next);
            if (!await arm.PutNewAsync(call, id, Body(job, uri), cancellation)) continue;
            // A registry that takes a second writer's word for the first one's is found out here.
            if (await FindAsync(model, next, cancellation) is { } read && IsOf(read.Properties, job)) return next;
        }
        throw ArmFaults.Passing(call, $"somebody else took the next number {MostRaces} times in a row", null);
    }

    private static long NumberOf(JsonObject version) => long.TryParse(version["name"].Text(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static bool IsOf(JsonNode? properties, string job) => properties?["tags"]?[JobTag].Text() == job;

    private static JsonObject Body(string job, string uri) => new()
    {
        ["properties"] = new JsonObject
        {
            ["modelUri"] = uri,
            ["modelType"] = "custom_model",
            ["jobName"] = job,
            ["description"] = $"Trained by the job {job}.",
            ["tags"] = new JsonObject { [JobTag] = job },
        },
    };
}
