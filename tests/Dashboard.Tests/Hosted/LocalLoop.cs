using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.Dashboard.Tests.Hosted;

/// <summary>The API on a real server over a real engine in a folder of its own; only the endpoint is made up. "blue" with version 1 serves.</summary>
internal sealed class LocalLoop : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-api-").FullName;
    private readonly InMemoryBlobStore _store = new(TimeProvider.System);

    private WebServer Server { get; set; } = null!;

    internal DurableEngine Engine { get; private set; } = null!;

    internal LiveEndpoint Endpoint { get; } = new("flights", "blue 100", "blue", "green", "red");

    internal HttpClient Client { get; private set; } = null!;

    internal ApiKey Key { get; private set; } = null!;

    internal static async Task<LocalLoop> OpenAsync()
    {
        var loop = new LocalLoop();
        byte[] policy = Encoding.UTF8.GetBytes("""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }""");
        await loop._store.WriteAsync("policies/flights.json", policy, WriteCondition.Always, default);
        var ports = new LoopPorts(loop._store, new BlobJournal(loop._store), loop.Endpoint, new NoJobs(), new KnownModels(), new NoMetrics());
        var options = new EngineOptions(Path.Combine(loop._folder, "engine"), TimeProvider.System);
        loop.Engine = await DurableEngine.OpenAsync(options, new TaskRegistry().AddControl(ports).AddData(ports));
        loop.Key = ApiKeyFile.Open(loop._folder, () => Enumerable.Range(0, ApiKeyFile.SecretBytes).Select(i => (byte)i).ToArray());
        var api = new Api(new ApiPorts(ports, loop.Engine, TimeProvider.System), new ApiOptions { Key = ApiKeyCheck.Of(loop.Key.Value), OpenReads = true });
        loop.Server = await WebServer.StartAsync(new WebOptions { Port = 0 }, endpoints => endpoints.MapHomeostat(api));
        loop.Client = new HttpClient { BaseAddress = loop.Server.Address };
        loop.Client.DefaultRequestHeaders.Add(ApiKeyCheck.Header, loop.Key.Value);
        await loop.StartController();
        return loop;
    }

    internal Task StartController() =>
        Engine.StartAsync(ControllerOrchestrator.Name, ControllerOrchestrator.InstanceOf("flights"), new ControllerState { Model = "flights" }, default);

    internal async Task<(int Status, JsonElement Body)> Post(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync($"/api/models/flights/{path}", body);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    internal Task<JsonElement> Get(string path) => Client.GetFromJsonAsync<JsonElement>(path);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        await Engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
