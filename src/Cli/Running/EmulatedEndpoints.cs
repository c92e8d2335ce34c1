using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Homeostat.Emulator;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>
/// Endpoints of the emulator: one that a policy names and that is not there is made when it is first looked for. In the cloud an owner makes it, with
/// its network and its access; here there is nothing to decide.
/// </summary>
internal sealed class EmulatedEndpoints : IEndpoints, IAsyncDisposable
{
    private const string Body = """{ "location": "westeurope", "properties": { "authMode": "Key" } }""";
    private const int MostLooks = 50;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly IEndpoints _inner;
    private readonly EmulatorServer _emulator;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    internal EmulatedEndpoints(IEndpoints inner, EmulatorServer emulator, TimeProvider time)
    {
        (_inner, _emulator, _time) = (inner, emulator, time);
        _http = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == emulator.Thumbprint,
            UseProxy = false,
        });
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local");
    }

    public async Task<EndpointState?> GetAsync(string endpoint, CancellationToken cancellation)
    {
        if (await _inner.GetAsync(endpoint, cancellation) is { } there) return there;
        await MakeAsync(endpoint, cancellation);
        for (int look = 0; look < MostLooks; look++)
        {
            if (await _inner.GetAsync(endpoint, cancellation) is { } made) return made;
            await Task.Delay(s_pause, _time, cancellation);
        }
        return null;
    }

    public Task<EndpointState> SetTrafficAsync(string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation) =>
        _inner.SetTrafficAsync(endpoint, traffic, mirror, cancellation);

    public Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation) => _inner.DeployAsync(endpoint, request, cancellation);

    public Task DeleteDeploymentAsync(string endpoint, string deployment, CancellationToken cancellation) => _inner.DeleteDeploymentAsync(endpoint, deployment, cancellation);

    public Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation) =>
        _inner.ScoreAsync(endpoint, deployment, rows, cancellation);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    // A name that the emulator refuses stays missing, and the monitor tells that.
    private async Task MakeAsync(string endpoint, CancellationToken cancellation)
    {
        using var body = new StringContent(Body, Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.PutAsync(new Uri(_emulator.Address, $"{_emulator.WorkspaceId}/onlineEndpoints/{Uri.EscapeDataString(endpoint)}?api-version=2024-10-01"), body, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new TransientException($"The emulator could not be asked to make the endpoint '{endpoint}': {e.Message}. The model has nothing to serve it until then. It is tried again.", e);
        }
    }
}
