using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>
/// Whoever had the model before the loop: trains the first champion as a job of the workspace, deploys it with its data collected, and gives it all
/// requests. From then on the loop owns the endpoint.
/// </summary>
/// <param name="run">The host.</param>
/// <param name="arm">Talks to the workspace as its owner would.</param>
internal sealed class Owner(LocalRun run, HttpClient arm)
{
    private const string History = "history/flights.csv", Columns = "history/columns.json", Job = "flights-first", Version = "api-version=2024-10-01";

    private const string Train = "homeostat model train --data ${{inputs.training}}/" + History + " --config ${{inputs.training}}/" + Columns + " --output ${{outputs.model}}";

    private const int MostConflicts = 100;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Where callers send rows, and the key they need.</summary>
    internal sealed record Door(Uri Score, string Key);

    /// <summary>A client of the workspace: it trusts the emulator's certificate and no other.</summary>
    internal static HttpClient Client(LocalRun run)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new() { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == run.Emulator!.Thumbprint },
            UseProxy = false,
        })
        {
            BaseAddress = run.Emulator!.Address,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo");
        return client;
    }

    /// <summary>Trains on rows; the version that was registered.</summary>
    internal async Task<string> TrainAsync(IEnumerable<FlightRow> rows, CancellationToken cancellation)
    {
        Write(History, FlightRow.Header + ",late\n" + string.Concat(rows.Select(row => $"{row.ToCsv()},{(row.IsLate ? 1 : 0)}\n")));
        Write(Columns, """
            {
              "columns": {
                "flight": { "role": "id" }, "weekday": { "type": "categorical" }, "hour": { "type": "integer" }, "distance": { "type": "numeric" },
                "origin": { "type": "categorical" }, "destination": { "type": "categorical" }, "late": { "type": "integer", "role": "label" }
              }
            }
            """);
        var request = new TrainingJobRequest(Job, DemoPolicy.Model, new TrainingJobOptions { Command = Train }, History) { DataHash = "none" };
        await run.Loop.Ports.Jobs.SubmitAsync(request, cancellation);
        while (true)
        {
            var job = await run.Loop.Ports.Jobs.GetAsync(Job, cancellation);
            if (job is { ModelVersion: { } version }) return version;
            if (job is { Status: not TrainingJobStatus.Running }) throw new RefusedException(ExitCode.Drift, null, $"The training job of the first champion ended {job.Status}: {job.Reason}. There is no model to show anything with. Look at the job's log below {run.Options.Folder}.");
            await Task.Delay(s_pause, cancellation);
        }
    }

    /// <summary>Deploys a version and gives it all requests.</summary>
    internal async Task<Door> DeployAsync(string version, CancellationToken cancellation)
    {
        var endpoints = run.Loop.Ports.Endpoints;
        await endpoints.GetAsync(DemoPolicy.Model, cancellation);
        await SendAsync(HttpMethod.Put, $"{Endpoint}/deployments/{DemoPolicy.FirstDeployment}", Deployment(version), cancellation);
        while (await endpoints.GetAsync(DemoPolicy.Model, cancellation) is not { } state || state.Deployments.GetValueOrDefault(DemoPolicy.FirstDeployment) is not { Status: DeploymentStatus.Ready })
            await Task.Delay(s_pause, cancellation);
        await endpoints.SetTrafficAsync(DemoPolicy.Model, ImmutableSortedDictionary<string, int>.Empty.Add(DemoPolicy.FirstDeployment, 100), ImmutableSortedDictionary<string, int>.Empty, cancellation);
        return await DoorAsync(cancellation);
    }

    /// <summary>Whether somebody gets requests already.</summary>
    internal async Task<bool> HasTrafficAsync(CancellationToken cancellation) =>
        await run.Loop.Ports.Endpoints.GetAsync(DemoPolicy.Model, cancellation) is { Traffic.IsEmpty: false };

    /// <summary>Where callers go, after a restart for instance: the port may be another one.</summary>
    internal async Task<Door> DoorAsync(CancellationToken cancellation)
    {
        var endpoint = await SendAsync(HttpMethod.Get, Endpoint, null, cancellation);
        var keys = await SendAsync(HttpMethod.Post, $"{Endpoint}/listKeys", null, cancellation);
        return new Door(new Uri(endpoint["properties"]!["scoringUri"]!.GetValue<string>()), keys["primaryKey"]!.GetValue<string>());
    }

    private string Endpoint => $"{run.Emulator!.WorkspaceId}/onlineEndpoints/{DemoPolicy.Model}";

    private JsonObject Deployment(string version)
    {
        static JsonObject Collected() => new() { ["dataCollectionMode"] = "Enabled", ["samplingRate"] = 1 };
        return new JsonObject
        {
            ["location"] = "westeurope",
            ["sku"] = new JsonObject { ["name"] = "Default", ["capacity"] = 1 },
            ["properties"] = new JsonObject
            {
                ["endpointComputeType"] = "Managed",
                ["model"] = $"{run.Emulator!.WorkspaceId}/models/{DemoPolicy.Model}/versions/{version}",
                ["instanceType"] = "Standard_DS3_v2",
                ["requestSettings"] = new JsonObject { ["maxConcurrentRequestsPerInstance"] = 50, ["requestTimeout"] = "PT10S" },
                ["dataCollector"] = new JsonObject { ["collections"] = new JsonObject { ["model_inputs"] = Collected(), ["model_outputs"] = Collected() }, ["rollingRate"] = "Hour" },
            },
        };
    }

    // While an operation of the endpoint runs, a second one is refused; it is over in moments.
    private async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            if (await TryAsync(method, path, body, attempt < MostConflicts, cancellation) is { } answer) return answer;
            await Task.Delay(s_pause, cancellation);
        }
    }

    private async Task<JsonObject?> TryAsync(HttpMethod method, string path, JsonObject? body, bool mayWait, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"{path}?{Version}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await arm.SendAsync(request, cancellation);
        string text = await answer.Content.ReadAsStringAsync(cancellation);
        if (mayWait && answer.StatusCode == HttpStatusCode.Conflict) return null;
        if (!answer.IsSuccessStatusCode) throw new RefusedException(ExitCode.Drift, null, $"{method} {path} was answered {(int)answer.StatusCode}: {text}. There is no endpoint to show anything with. Report it: the emulator refuses what the demo asks.");
        return JsonSerializer.Deserialize<JsonObject>(text) ?? [];
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(run.Options.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
