using Homeostat.Cli.TestHost;
using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Cli.Tests.Demo;

/// <summary>
/// What is dropped while the host is killed: a clean batch, one in kilometres, one of a changed world with its labels. The answers are those of a
/// champion that calls no flight late, so the same files come whatever became of the host.
/// </summary>
internal sealed class KillScript(string folder)
{
    private const int First = 1500, Clean = 300, Changed = 1500;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200), s_window = TimeSpan.FromSeconds(1);

    /// <summary>The batches, as files of them are called, and what becomes of each.</summary>
    internal static (string Name, bool Accepted)[] Batches { get; } = [("clean", true), ("kilometres", false), ("changed", true)];

    /// <summary>Policy first: from then on there is a controller. The changed world comes when labels have told how it was before; hosts may come and go meanwhile.</summary>
    internal async Task DropAsync(CancellationToken end)
    {
        DropPolicy();
        var rows = HostProgram.Flights.Skip(First).Take(2 * Clean + Changed).ToArray();
        Drop(Batches[0].Name, rows[..Clean], withLabels: true);
        Drop(Batches[1].Name, rows[Clean..(2 * Clean)].Select(row => row with { Distance = row.Distance * 1.609344 }), withLabels: false);
        var journal = new BlobJournal(new FileBlobStore(folder, TimeProvider.System));
        // Further apart than the window that labels are judged in.
        while (DateTime.UtcNow - File.GetLastWriteTimeUtc(Path.Combine(folder, "labels/flights/clean.csv")) < 2 * s_window || await journal.ReadAsync("flights", 0, end).AllAsync(record => record.Kind != JournalKinds.PerformanceJudged, end)) await Task.Delay(s_look, end);
        Drop(Batches[2].Name, rows[(2 * Clean)..].Select(World.LateMornings), withLabels: true);
    }

    // Patient, as a host that is killed again and again takes its time.
    private void DropPolicy()
    {
        Drop("policies", "flights.json", DemoPolicy.Text.Replace("\"12s\"", "\"1d\"", StringComparison.Ordinal).Replace("\"1m\"", "\"1h\"", StringComparison.Ordinal)
            .Replace("\"timeLimit\": \"2m\"", "\"timeLimit\": \"1h\"", StringComparison.Ordinal).Replace("\"latencySlack\": 500", "\"latencySlack\": 60000", StringComparison.Ordinal)
            .Replace("\"deployment\": \"flights-1\"", "\"deployment\": \"flights-1\", \"failureRate\": 1, \"minimumRequests\": 1000000", StringComparison.Ordinal).Replace("\"2s\" } }", "\"1s\" } }", StringComparison.Ordinal));
    }

    private void Drop(string name, IEnumerable<FlightRow> rows, bool withLabels)
    {
        var week = new PlayedWeek(name, [.. rows]);
        for (int i = 0; i < week.Rows.Count; i++) week.Answer(i, "0", 0.2);
        Drop("batches/flights", $"{name}.csv", week.Batch());
        if (withLabels) Drop("labels/flights", $"{name}.csv", week.Labels());
    }

    private void Drop(string place, string name, string text)
    {
        string target = Path.Combine(folder, place);
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "." + name), text);
        File.Move(Path.Combine(target, "." + name), Path.Combine(target, name));
    }
}
