using System.Globalization;
using System.Text;
using Homeostat.Dashboard;
using Homeostat.Loop;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeostat.Cli.Tests.Support;

/// <summary>A whole host in this process, sixty times as fast as the world, and the commands that ask it. Jobs and deployments are processes.</summary>
internal sealed class RunBench : IAsyncDisposable
{
    private const int Factor = 60;

    private readonly TestFolder _folder = new();
    private readonly CancellationTokenSource _calls = new();
    private Task _calling = Task.CompletedTask;

    internal LocalRun Run { get; private set; } = null!;

    internal string Folder => _folder["host"];

    internal TestFolder Files => _folder;

    /// <summary>What the emulator's deployments run; null: the reference model.</summary>
    internal string? Serve { get; init; }

    /// <summary>A host that watches a model nobody serves yet.</summary>
    internal static async Task<RunBench> WatchingAsync()
    {
        var bench = new RunBench();
        bench.WritePolicy(bake: "1m");
        await bench.StartAsync();
        await bench.UntilKnownAsync();
        return bench;
    }

    internal async Task StartAsync()
    {
        var options = new LocalRunOptions(Folder)
        {
            Time = new HastyTime(Factor),
            Web = new() { Port = 0 },
            // On this clock the usual waits for a controller would be over before a request is read.
            Api = api => api with { ControllerWait = TimeSpan.FromMinutes(30), RollbackWait = TimeSpan.FromMinutes(30) },
        };
        Run = await LocalRun.StartAsync(Serve is null ? options : options with { ServeCommand = Serve }, NullLogger.Instance);
    }

    internal async Task RestartAsync()
    {
        await Run.DisposeAsync();
        await StartAsync();
    }

    /// <summary>The smallest policy that goes through its phases in some minutes of the loop's time.</summary>
    /// <param name="bake">How long the old champion stays warm.</param>
    /// <param name="job">The training job, as JSON; null: the built-in trainer.</param>
    internal void WritePolicy(string bake, string? job = null) => _folder.Write("host/policies/flights.json", $$"""
        {
          "model": "flights", "endpoint": "flights", "roles": { "id": "id", "late": "label", "prediction": "prediction" },
          "collector": { "payloads": true },
          "retrain": { "cooldown": "0s", "minimumNewLabels": 100{{(job is null ? "" : $", \"job\": {job}")}} },
          "gates": { "latencyRatio": null, "nonInferiorityMargin": 0.1, "worstSliceMargin": null, "calibrationMargin": null, "maximumFlips": null },
          "rollout": { "steps": [{ "weight": 50 }, { "weight": 100 }],
            "step": { "minimumRequests": 20, "minimumTime": "1m", "maximumTime": "10d", "interval": "20s", "latencySlack": 60000, "predictionDistance": 1 } },
          "bake": { "time": "{{bake}}", "interval": "1m" }
        }
        """);

    /// <summary>Rows that are late the more, the farther they go; <paramref name="shift"/> makes them go farther.</summary>
    internal void DropBatch(string name, int seed, int rows = 1200, double shift = 0)
    {
        var random = new Random(seed);
        var csv = new StringBuilder("id,distance,carrier,late\n");
        for (int i = 0; i < rows; i++)
        {
            double distance = 500 + shift + 400 * random.NextDouble();
            int late = random.NextDouble() < (distance - shift > 700 ? 0.9 : 0.1) ? 1 : 0;
            csv.Append(CultureInfo.InvariantCulture, $"{seed * 100_000 + i},{distance:0},{"ABC"[random.Next(3)]},{late}\n");
        }
        _folder.Write($"host/batches/flights/{name}", csv.ToString());
    }

    /// <summary>Somebody asks the endpoint all the time.</summary>
    internal void Call() => _calling = Task.Run(async () =>
    {
        while (!_calls.IsCancellationRequested)
        {
            try
            {
                await Run.Workspace.Endpoints.ScoreAsync("flights", null, """[{"id":1,"distance":900,"carrier":"A"}]"""u8.ToArray(), _calls.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or TransientException)
            {
                // Those who call go on calling.
            }
        }
    });

    internal CliRun Cli(params string[] args) => CliRun.Of([.. args, "--url", Run.Api.ToString(), "--state", Folder]);

    internal async Task<ScoringResult> ScoreAsync() => await Run.Workspace.Endpoints.ScoreAsync("flights", null,
        """[{"id":1,"distance":520,"carrier":"A"},{"id":2,"distance":890,"carrier":"A"}]"""u8.ToArray(), default);

    /// <summary>The model, once the host knows it.</summary>
    private async Task UntilKnownAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var client = new HostClient(new HostAddress(Run.Api) { Folder = Folder });
        while ((await client.ModelsAsync(patience.Token)).Models is not [{ Phase: not null }]) await Task.Delay(20, patience.Token);
    }

    /// <summary>The model, once it is as it should be; with its journal when it never is.</summary>
    internal async Task<ModelView> UntilAsync(Func<ModelView, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var client = new HostClient(new HostAddress(Run.Api) { Folder = Folder });
        while (true)
        {
            var model = await client.ModelAsync("flights", CancellationToken.None);
            if (isSo(model)) return model;
            Assert.False(patience.IsCancellationRequested, $"Five minutes have passed, and it is {model.Phase}:\n{CliRun.Of("journal", "flights", "--state", Folder).Out}");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _calls.CancelAsync();
        await _calling;
        if (Run is not null) await Run.DisposeAsync();
        _calls.Dispose();
        _folder.Dispose();
    }
}
