using System.Net.Http.Headers;
using System.Text;
using Homeostat.Emulator;
using Homeostat.Tests.Shared;

namespace Homeostat.AzureML.Tests.Support;

/// <summary>A workspace of the emulator, over HTTPS, by the official client; waits take no time, on either side.</summary>
internal sealed class EmulatorBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-azureml-").FullName;
    private readonly List<IDisposable> _made = [];
    private HttpClient _people = null!;

    private EmulatorBench()
    {
    }

    internal HastyClock Clock { get; } = new();

    internal EmulatorServer Server { get; private set; } = null!;

    internal InMemoryBlobStore Store { get; } = new();

    internal AzureMLOptions Options { get; private set; } = null!;

    internal AzureMLWorkspace Workspace { get; private set; } = null!;

    /// <summary>An endpoint "flights" with blue and green, blue with all traffic.</summary>
    internal static async Task<EmulatorBench> StartAsync()
    {
        var bench = new EmulatorBench();
        var settings = new EmulatorOptions { StateFolder = Path.Combine(bench._folder, "emulator"), Time = bench.Clock };
        bench.Server = await EmulatorServer.StartAsync(settings);
        bench.Options = new AzureMLOptions
        {
            Subscription = settings.SubscriptionId, ResourceGroup = settings.ResourceGroup, Workspace = settings.Workspace,
            Credential = new StaticTokenCredential("a token"), ResourceManager = bench.Server.Address, PinnedCertificate = bench.Server.Thumbprint,
            CallDeadline = TimeSpan.FromSeconds(60), OperationDeadline = TimeSpan.FromSeconds(120), ReadBackDeadline = TimeSpan.FromSeconds(40),
        };
        bench.Workspace = bench.Connect(bench.Options);
        bench._people = new HttpClient(Connections.Handler(bench.Options));
        await bench.PutAsync("/onlineEndpoints/flights", """{ "location": "westeurope", "properties": { "authMode": "Key" } }""");
        foreach (string name in new[] { "blue", "green" })
            await bench.PutAsync("/onlineEndpoints/flights/deployments/" + name, """{ "location": "westeurope", "properties": { "endpointComputeType": "Managed", "instanceType": "Standard_DS3_v2" } }""");
        await bench.SetAsync(("blue", 100));
        return bench;
    }

    internal AzureMLWorkspace Connect(AzureMLOptions options)
    {
        var workspace = new AzureMLWorkspace(options, Store, Clock);
        _made.Add(workspace);
        return workspace;
    }

    internal Task<Loop.EndpointState> SetAsync(params (string, int)[] traffic) =>
        Workspace.Endpoints.SetTrafficAsync("flights", Bench.Shares(traffic), Bench.Shares(), default);

    internal async Task<string> ReadTrafficAsync() =>
        string.Join(' ', (await Workspace.Endpoints.GetAsync("flights", default))!.Traffic.Select(share => $"{share.Key}:{share.Value}"));

    /// <summary>Somebody else writes, and waits until it is done.</summary>
    internal async Task PutAsync(string path, string json)
    {
        (await BeginPutAsync(path, json)).EnsureSuccessStatusCode();
        while (!(await SendAsync(HttpMethod.Get, path, null)).Contains("\"Succeeded\"", StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromMilliseconds(100), Clock);
    }

    internal async Task<HttpResponseMessage> BeginPutAsync(string path, string json)
    {
        using var request = Request(HttpMethod.Put, path, json);
        return await _people.SendAsync(request);
    }

    private async Task<string> SendAsync(HttpMethod method, string path, string? json)
    {
        using var request = Request(method, path, json);
        using var response = await _people.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? json)
    {
        var request = new HttpRequestMessage(method, new Uri(Server.Address, $"{Server.WorkspaceId}{path}?api-version=2024-10-01"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "somebody else");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made) made.Dispose();
        _people?.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
