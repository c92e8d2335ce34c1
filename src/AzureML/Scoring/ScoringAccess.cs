using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Where an endpoint is scored and with which secret: asked for once, and again when it expires or is refused.</summary>
internal sealed class ScoringAccess(ArmService arm, WorkspaceIds ids, TokenCredential credential, AzureMLOptions options, TimeProvider time)
{
    // A key has no end, but people renew keys, and endpoints move.
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, ScoringAddress> _known = new(StringComparer.Ordinal);

    internal async Task<ScoringAddress> GetAsync(string endpoint, CancellationToken cancellation)
    {
        if (_known.TryGetValue(endpoint, out var known) && known.Until > time.GetUtcNow()) return known;
        return _known[endpoint] = await AskAsync(endpoint, cancellation);
    }

    /// <summary>What is known does not hold any more.</summary>
    internal void Forget(string endpoint, ScoringAddress address) => _known.TryRemove(KeyValuePair.Create(endpoint, address));

    private async Task<ScoringAddress> AskAsync(string endpoint, CancellationToken cancellation)
    {
        var call = new ArmCall($"read the scoring address of '{endpoint}'");
        var read = await arm.GetAsync(call, ids.Endpoint(endpoint), cancellation) ?? throw ArmFaults.EndpointMissing(endpoint, options);
        if (read.Properties["scoringUri"].Text() is not { } text || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != "https")
            throw ArmFaults.Passing(call, "it has no scoring address yet", null);
        var (secret, until) = read.Properties["authMode"].Text() switch
        {
            "AMLToken" => await TokenAsync(endpoint, cancellation),
            "AADToken" => await EntraAsync(call, cancellation),
            _ => (await KeyAsync(endpoint, cancellation), DateTimeOffset.MaxValue),
        };
        var latest = time.GetUtcNow() + _longest;
        return new ScoringAddress(uri, secret, until < latest ? until : latest);
    }

    private async Task<string> KeyAsync(string endpoint, CancellationToken cancellation)
    {
        var call = new ArmCall($"read the keys of '{endpoint}'");
        var keys = await arm.PostAsync(call, ids.Endpoint(endpoint), "listKeys", null, cancellation);
        return keys.Body["primaryKey"].Text() ?? throw ArmFaults.Unreadable(call, "there is no member primaryKey", null);
    }

    private async Task<(string, DateTimeOffset)> TokenAsync(string endpoint, CancellationToken cancellation)
    {
        var call = new ArmCall($"read a token of '{endpoint}'");
        var token = await arm.PostAsync(call, ids.Endpoint(endpoint), "token", null, cancellation);
        string secret = token.Body["accessToken"].Text() ?? throw ArmFaults.Unreadable(call, "there is no member accessToken", null);
        var until = Seconds(token.Body["refreshAfterTimeUtc"]) ?? Seconds(token.Body["expiryTimeUtc"]) ?? time.GetUtcNow() + TimeSpan.FromMinutes(5);
        return (secret, until);
    }

    private Task<(string, DateTimeOffset)> EntraAsync(ArmCall call, CancellationToken cancellation) => arm.RunAsync(call, options.CallDeadline, async token =>
    {
        var got = await credential.GetTokenAsync(new TokenRequestContext([Connections.Scope(options.ScoringAudience)]), token);
        return (got.Token, got.RefreshOn ?? got.ExpiresOn - TimeSpan.FromMinutes(2));
    }, cancellation);

    private static DateTimeOffset? Seconds(System.Text.Json.Nodes.JsonNode? node) =>
        (node.Number() ?? (double.TryParse(node.Text(), CultureInfo.InvariantCulture, out double text) ? text : null)) is double seconds and > 0 and < 1e11 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}
