using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using Homeostat.Emulator;
using Homeostat.LocalHost;

namespace Homeostat.AzureML.Tests.Support;

/// <summary>A workspace of the emulator, over HTTPS, by the official client. By default waits take no time, on either side; where there are processes, they do.</summary>
internal sealed class EmulatorBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-azureml-").FullName;
    private readonly List<IDisposable> _made = [];
    private HttpClient _people = null!;

    private readonly TimeProvider _time;

    private EmulatorBench(TimeProvider time, TimeProvider? durations, string? serve)
    {
        _time = time;
        string storage = Directory.CreateDirectory(Path.Combine(_folder, "storage")).FullName;
        Store = new FileBlobStore(storage, time);
        Settings = new EmulatorOptions
        {
            Tools = ImmutableSortedDictionary<string, string>.Empty.Add("homeostat", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "homeostat.dll")}'"),
            StateFolder = Path.Combine(_folder, "emulator"), StorageFolder = storage, Time = time, Durations = durations, ServeCommand = serve ?? $"{Program} serve --model {{model}} --port {{port}}",
            Timings = new EmulatorTimings { CollectorFlush = TimeSpan.FromHours(1), RestartPause = TimeSpan.FromMilliseconds(10) },
        };
        if (durations is not null) Settings = Settings with { Timings = Settings.Timings with { Operation = TimeSpan.FromMilliseconds(1), ReadLag = TimeSpan.Zero } };
    }

    /// <summary>The command line of a model that trains and serves as tests want it.</summary>
    internal static string Program { get; } = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Homeostat.EmulatorModel.dll")}'";

    internal HastyClock Clock => (HastyClock)_time;

    internal EmulatorOptions Settings { get; }

    internal EmulatorServer Server { get; private set; } = null!;

    /// <summary>The folder behind the emulator's datastores, as the loop sees it.</summary>
    internal FileBlobStore Store { get; }

    internal AzureMLOptions Options { get; private set; } = null!;

    internal AzureMLWorkspace Workspace { get; private set; } = null!;

    /// <summary>An endpoint "flights" with blue and green, blue with all traffic.</summary>
    /// <param name="time">The clock on both sides; null: a hasty one.</param>
    /// <param name="durations">The emulator's other clock: a hasty one ends its timeouts at once, too.</param>
    /// <param name="serve">What deployments run; null: the program of the tests.</param>
    internal static async Task<EmulatorBench> StartAsync(TimeProvider? time = null, TimeProvider? durations = null, string? serve = null)
    {
        var bench = new EmulatorBench(time ?? new HastyClock(), durations, serve);
        var settings = bench.Settings;
        bench.Server = await EmulatorServer.StartAsync(settings);
        bench.Options = new AzureMLOptions
        {
            Subscription = settings.SubscriptionId, ResourceGroup = settings.ResourceGroup, Workspace = settings.Workspace,
            Credential = new StaticTokenCredential("a token"), ResourceManager = bench.Server.Address, PinnedCertificate = bench.Server.Thumbprint,
            CallDeadline = TimeSpan.FromSeconds(60), OperationDeadline = TimeSpan.FromSeconds(120), ReadBackDeadline = TimeSpan.FromSeconds(40), ScoringDeadline = TimeSpan.FromSeconds(40),
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
        var workspace = new AzureMLWorkspace(options, Store, _time);
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
        while (!(await SendAsync(HttpMethod.Get, path, null)).Contains("\"Succeeded\"", StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromMilliseconds(100), _time);
    }

    /// <summary>What somebody else reads.</summary>
    internal Task<string> ReadAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>What somebody else reads of Azure Monitor's, beside the workspace.</summary>
    internal Task<string> ReadBesideAsync(string path) => SendAsync(Beside(HttpMethod.Get, path, null));

    /// <summary>What somebody else writes there.</summary>
    internal Task PutBesideAsync(string path, string json) => SendAsync(Beside(HttpMethod.Put, path, json));

    /// <summary>Somebody else does something at once.</summary>
    internal Task PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    /// <summary>Asks until it is so.</summary>
    internal async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> isSo)
    {
        for (; ; await Task.Delay(TimeSpan.FromMilliseconds(50), _time))
            if (await read() is var value && isSo(value)) return value;
    }

    internal async Task<HttpResponseMessage> BeginPutAsync(string path, string json)
    {
        using var request = Request(HttpMethod.Put, path, json);
        return await _people.SendAsync(request);
    }

    private Task<string> SendAsync(HttpMethod method, string path, string? json) => SendAsync(Request(method, path, json));

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _people.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }

    private HttpRequestMessage Beside(HttpMethod method, string path, string? json) =>
        Request(method, $"{Server.WorkspaceId.Split("/providers/")[0]}/providers/Microsoft.Insights/{path}", "2022-10-01", json);

    private HttpRequestMessage Request(HttpMethod method, string path, string? json) => Request(method, Server.WorkspaceId + path, "2024-10-01", json);

    private HttpRequestMessage Request(HttpMethod method, string path, string version, string? json)
    {
        var request = new HttpRequestMessage(method, new Uri(Server.Address, $"{path}?api-version={version}"));
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
