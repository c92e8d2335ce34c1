using System.Globalization;
using System.Runtime.InteropServices;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary><c>homeostat demo</c>: a model goes stale on real flights, and the loop keeps it healthy, in five scenes.</summary>
internal sealed class RunDemo(DemoRequest request, Terminal terminal)
{
    private const int Seed = 7;

    private readonly long _start = terminal.Clock.GetTimestamp();

    internal async Task<int> RunAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(terminal.Cancellation);
        // A polite kill ends it like Ctrl+C: children gone, the folder tidied away.
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        using var folder = DemoFolder.Open(request);
        var story = new Story(terminal, Since);
        try
        {
            return await TellAsync(story, folder, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            story.Say("Stopped: the host, its models and its jobs have ended.", Tone.Aside);
            return ExitCode.Stopped;
        }
    }

    private TimeSpan Since() => terminal.Clock.GetElapsedTime(_start);

    private async Task<int> TellAsync(Story story, DemoFolder folder, CancellationToken cancellation)
    {
        story.Block("Homeostat keeps a deployed model healthy. Five incidents happen to one; watch what it does.\n");
        var records = await new FlightSource().ReadAsync(request.MayFetch, cancellation);
        story.Say($"Data: {records.Source}.");
        var calendar = new FlightCalendar(FlightWeeks.Of(records.Flights, Seed));
        await using var run = await StartAsync(folder.Path, cancellation);
        Introduce(story, run, folder);
        using var arm = Owner.Client(run);
        var door = await ChampionAsync(story, new Owner(run, arm), calendar, cancellation);
        new Drops(run.Options.Folder).Policy();
        using var scoring = Owner.Client(run);
        await using var traffic = new LiveTraffic(scoring, door, calendar.First(), terminal.Clock);
        await using var feed = new JournalFeed(run.Loop.Ports.Journal, Since, seen => Tell(story, seen));
        using var api = new HttpClient { BaseAddress = run.Api };
        var stage = new Stage(run, traffic, feed, story, calendar, Since) { Api = api };
        var results = await PlayAsync(stage, cancellation);
        bool isRight = await EndAsync(stage, results, cancellation);
        if (request.Keep) await KeepAsync(stage, folder, cancellation);
        return isRight ? ExitCode.Healthy : ExitCode.Drift;
    }

    private async Task<LocalRun> StartAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return await DemoHost.StartAsync(folder, request.Port, new FileLog(Path.Combine(folder, "demo.log"), terminal.Clock), cancellation);
        }
        catch (Exception e) when (Surroundings.Refusal(e, folder) is { } refusal)
        {
            throw refusal;
        }
    }

    private static void Introduce(Story story, LocalRun run, DemoFolder folder) => story.Block($"""

          Page and API  {run.Api.ToString().TrimEnd('/')}
          Azure ML      emulated at {run.Emulator!.Address.ToString().TrimEnd('/')}; jobs and deployments are processes of their own
          Folder        {folder.Path}{(folder.IsFresh ? ", removed at the end" : "")}

        """, Tone.Aside);

    private static async Task<Owner.Door> ChampionAsync(Story story, Owner owner, FlightCalendar calendar, CancellationToken cancellation)
    {
        var history = calendar.History.ToList();
        story.Say($"The first champion is trained on {FlightCalendar.HistoryWeeks} weeks, {Numbers.Count(history.Count, "flight")}: will a flight be 15 minutes late or more, told before it leaves by weekday, hour, distance, origin and destination?");
        string version = await owner.TrainAsync(history, cancellation);
        var door = await owner.DeployAsync(version, cancellation);
        story.Say($"Version {version} is deployed as {DemoPolicy.FirstDeployment} and answers {LiveTraffic.PerSecond} requests a second.");
        return door;
    }

    private static void Tell(Story story, SeenRecord seen)
    {
        if (JournalStory.Of(seen) is var (text, tone)) story.Say(text, tone, seen.At);
    }

    private static async Task<List<SceneResult>> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        Scene[] scenes = [new CleanWeek(), new UpstreamFault(), new Drift(), new BadChallenger(), new ByHand()];
        var results = new List<SceneResult>();
        var standing = new Standing(stage);
        await stage.Story.WhileAsync(() => standing.Text, async () =>
        {
            foreach (var scene in scenes) results.Add(await scene.RunAsync(stage, cancellation));
        });
        return results;
    }

    private static async Task<bool> EndAsync(Stage stage, List<SceneResult> results, CancellationToken cancellation)
    {
        var journal = await new JournalVerifier(stage.Run.Loop.Ports.Store).VerifyAsync(DemoPolicy.Model, cancellation);
        stage.Story.Block("");
        DemoSummary.Tell(stage.Story, results);
        stage.Story.Block($"Callers sent {Numbers.Count(stage.Traffic.Requests)} requests in all, {Numbers.Count(stage.Traffic.Failed)} failed. The journal has {Numbers.Count(journal.Records)} records and {(journal.IsIntact ? "verifies" : $"does not verify: {journal.Fault}")}.");
        int wrong = results.Count(result => !result.Wrong.IsEmpty) + (journal.IsIntact ? 0 : 1);
        if (wrong == 0) stage.Story.Block(string.Create(CultureInfo.InvariantCulture, $"Every reaction was the right one, in {stage.Since().TotalSeconds:0} s."), Tone.Good);
        else stage.Story.Block($"{Numbers.Count(wrong, "reaction")} not as it should be; above it says which.", Tone.Bad);
        return wrong == 0;
    }

    private static async Task KeepAsync(Stage stage, DemoFolder folder, CancellationToken cancellation)
    {
        folder.Keep();
        stage.Story.Block($"""

            The host goes on at {stage.Run.Api.ToString().TrimEnd('/')}, and callers go on asking. Ctrl+C stops it; {folder.Path} stays. Try:
              homeostat status --url {stage.Run.Api.ToString().TrimEnd('/')} --state {folder.Path}
              homeostat journal flights --state {folder.Path}
              homeostat explain flights --state {folder.Path}
            """);
        await Task.WhenAny(stage.Run.Completion, Task.Delay(Timeout.InfiniteTimeSpan, cancellation));
        if (stage.Run.Completion.IsCompleted) await stage.Run.Completion;
    }
}
