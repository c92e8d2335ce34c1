using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>What scenes are played on.</summary>
/// <param name="Run">The host.</param>
/// <param name="Traffic">The callers.</param>
/// <param name="Feed">The journal.</param>
/// <param name="Story">Tells what happens.</param>
/// <param name="Weeks">Weeks that nobody has asked about yet.</param>
/// <param name="Since">Time since the start.</param>
internal sealed record Stage(LocalRun Run, LiveTraffic Traffic, JournalFeed Feed, Story Story, FlightCalendar Weeks, Func<TimeSpan> Since)
{
    private static readonly TimeSpan s_longestWeek = TimeSpan.FromMinutes(3), s_look = TimeSpan.FromMilliseconds(100);

    private readonly Drops _drops = new(Run.Options.Folder);

    /// <summary>Records so far: where to wait from.</summary>
    internal int Now => Feed.Seen.Count;

    /// <summary>Weeks that went to quarantine.</summary>
    internal List<string> Kept { get; } = [];

    /// <summary>Asks API and page.</summary>
    internal required HttpClient Api { get; init; }

    /// <summary>Has callers ask about the next week, in a world that may have changed, until all of it was answered.</summary>
    internal async Task<PlayedWeek> PlayAsync(string telling, Func<FlightRow, FlightRow> world, CancellationToken cancellation)
    {
        var week = Weeks.Next(world);
        Story.Say($"Callers ask about the {Numbers.Count(week.Rows.Count, "flight")} of {week.Name}{telling}.");
        Traffic.Play(week);
        try
        {
            await week.Asked.WaitAsync(s_longestWeek, cancellation);
        }
        catch (TimeoutException)
        {
            throw new RefusedException(ExitCode.Drift, null, $"The flights of {week.Name} were not all answered within {s_longestWeek.TotalSeconds:0} s ({Numbers.Count(Traffic.Failed)} of {Numbers.Count(Traffic.Requests)} requests failed, the last: {Traffic.LastFailure ?? "none"}). There is no batch to go on with. Run it on a machine that has two free cores; if it has, report it with the folder's contents (--keep).");
        }
        return week;
    }

    /// <summary>Drops a week's batch and, where flights have landed, its labels. Gives the number of records before that.</summary>
    internal int Drop(PlayedWeek week, bool withLabels)
    {
        int start = Now;
        _drops.Batch(week);
        if (withLabels) _drops.Labels(week);
        return start;
    }

    /// <summary>Posts to the API.</summary>
    internal async Task<(int Status, JsonObject Answer)> PostAsync(string command, JsonObject body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/models/{DemoPolicy.Model}/{command}") { Content = JsonContent.Create(body) };
        request.Headers.Add("x-functions-key", Run.ApiKey.Value);
        using var answer = await Api.SendAsync(request, cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation) ?? []);
    }

    /// <summary>The model as the API shows it.</summary>
    internal async Task<JsonObject> ModelAsync(CancellationToken cancellation) =>
        await Api.GetFromJsonAsync<JsonObject>($"api/models/{DemoPolicy.Model}", cancellation) ?? [];

    /// <summary>Waits until the API shows a phase; the phase that it shows in the end.</summary>
    internal async Task<string?> PhaseAsync(string wanted, TimeSpan deadline, CancellationToken cancellation)
    {
        for (var end = Since() + deadline; ;)
        {
            string? phase = (await ModelAsync(cancellation))["phase"]?.ToString();
            if (phase == wanted || Since() >= end) return phase;
            await Task.Delay(s_look, cancellation);
        }
    }

    /// <summary>Live shares as the endpoint has them.</summary>
    internal async Task<string> SharesAsync(CancellationToken cancellation) =>
        await Run.Loop.Ports.Endpoints.GetAsync(DemoPolicy.Model, cancellation) is { } endpoint ? string.Join(", ", endpoint.Traffic.Select(share => $"{share.Key} {share.Value} %")) : "no endpoint";
}
