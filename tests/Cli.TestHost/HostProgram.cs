using System.Text.Json.Nodes;

namespace Homeostat.Cli.TestHost;

/// <summary>
/// The host of the demo in a process of its own, to be killed: <c>TestHost FOLDER</c>. Has the first champion made unless there is one, has callers ask
/// about flights, and tells on standard output what the API shows ("state ...") and shares of traffic that sum to anything but 0 and 100 ("wrong ...").
/// Stops when its standard input ends.
/// </summary>
public static class HostProgram
{
    private const int Trained = 1500, Seed = 3;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    /// <summary>Flights of the seed: what is trained on comes before what is dropped.</summary>
    internal static IReadOnlyList<FlightRow> Flights { get; } = [.. FlightWeeks.Of(FlightGenerator.Draw(Seed), Seed).SelectMany(week => week)];

    /// <summary>Runs it.</summary>
    public static async Task<int> Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var stop = new CancellationTokenSource();
        var ended = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            await stop.CancelAsync();
        });
        Console.WriteLine("starting");
        await using var run = await DemoHost.StartAsync(args[0], 0, new FileLog(Path.Combine(args[0], "host.log"), TimeProvider.System), stop.Token);
        using var arm = Owner.Client(run);
        var owner = new Owner(run, arm);
        var door = await owner.HasTrafficAsync(stop.Token) ? await owner.DoorAsync(stop.Token) : await owner.DeployAsync(await owner.TrainAsync(Flights.Take(Trained), stop.Token), stop.Token);
        using var scoring = Owner.Client(run);
        await AnsweringAsync(run, stop.Token);
        await using var traffic = new LiveTraffic(scoring, door, new PlayedWeek("callers", [.. Flights.Take(Trained)]), TimeProvider.System);
        Console.WriteLine("running");
        await TellAsync(run, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
        return 0;
    }

    /// <summary>After a restart models start again; callers wait for them, as a load balancer would have them do.</summary>
    private static async Task AnsweringAsync(LocalRun run, CancellationToken stop)
    {
        var endpoint = await run.Loop.Ports.Endpoints.GetAsync(DemoPolicy.Model, stop);
        foreach (string deployment in endpoint!.Deployments.Keys)
            while (!(await run.Loop.Ports.Endpoints.ScoreAsync(DemoPolicy.Model, deployment, FlightRow.ToJson(Flights.Take(1)), stop)).Succeeded) await Task.Delay(s_look, stop);
    }

    private static async Task TellAsync(LocalRun run, CancellationToken stop)
    {
        using var api = new HttpClient { BaseAddress = run.Api };
        while (true)
        {
            if (await run.Loop.Ports.Endpoints.GetAsync(DemoPolicy.Model, stop) is { } endpoint && endpoint.Traffic.Values.Sum() is not (0 or 100))
                Console.WriteLine($"wrong {string.Join(", ", endpoint.Traffic)}");
            using var answer = await api.GetAsync($"api/models/{DemoPolicy.Model}", stop);
            if (answer.IsSuccessStatusCode && JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop)) is JsonObject model)
                Console.WriteLine($"state {model["phase"]} {string.Join(", ", (model["traffic"] as JsonObject ?? []).Select(share => $"{share.Key} {share.Value} %"))} version {model["champion"]?["version"]}");
            await Task.Delay(s_look, stop);
        }
    }
}
