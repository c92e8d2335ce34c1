using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Why a deployment failed: the operation's error where the resource still names it, and the last words of its container.</summary>
internal sealed class DeploymentFailure(ArmService arm, WorkspaceIds ids, AzureMLOptions options)
{
    private const int LastLines = 3, LongestLine = 200;

    // Containers that are gone leave the service without an answer; the endpoint's state must not wait for it.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    internal async Task<string> OfAsync(string endpoint, string deployment, JsonObject resource, CancellationToken cancellation)
    {
        string? error = await ErrorAsync(deployment, resource, cancellation);
        string? log = await LogAsync(endpoint, deployment, cancellation);
        return (error, log) switch
        {
            (null, null) => "the service gives no reason, and its container left no log",
            (_, null) => error,
            (null, _) => $"its container's last words: {log}",
            _ => $"{error}; its container's last words: {log}",
        };
    }

    private async Task<string?> ErrorAsync(string deployment, JsonObject resource, CancellationToken cancellation)
    {
        if (resource["properties"]?["properties"]?["AzureAsyncOperationUri"].Text() is not { } text || !Uri.TryCreate(text, UriKind.Absolute, out var address)) return null;
        if (address.Authority != options.ResourceManager.Authority || address.Scheme != "https") return null;
        var error = (await TryAsync(() => arm.GetAsync(new ArmCall($"read why '{deployment}' failed") { Patience = _patience }, address, cancellation)))?.Body["error"];
        return error is null ? null : $"{error["code"].Text()}: {error["message"].Text()}".Trim(' ', ':', '.');
    }

    private async Task<string?> LogAsync(string endpoint, string deployment, CancellationToken cancellation)
    {
        var ask = new JsonObject { ["containerType"] = "InferenceServer", ["tail"] = 100 };
        var answer = await TryAsync(async () => (ArmAnswer?)await arm.PostAsync(new ArmCall($"read the log of '{deployment}'") { Patience = _patience }, ids.Deployment(endpoint, deployment), "getLogs", ask, cancellation));
        var lines = (answer?.Body["content"].Text() ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).TakeLast(LastLines);
        string said = string.Join(" | ", lines.Select(line => line.Length > LongestLine ? line[..LongestLine] + "..." : line));
        return said.Length == 0 ? null : said;
    }

    // A reason is good to have; that it cannot be read must not hide that the deployment failed.
    private static async Task<ArmAnswer?> TryAsync(Func<Task<ArmAnswer?>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception unknown) when (unknown is TransientException or AzureMLException)
        {
            return null;
        }
    }
}
