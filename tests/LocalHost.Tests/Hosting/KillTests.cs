using System.Globalization;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>Real processes, killed at random moments: nothing is lost, and nothing is judged twice. More kills with HOMEOSTAT_KILLS, others with HOMEOSTAT_KILL_SEED.</summary>
public sealed class KillTests : IDisposable
{
    private const int BatchesPerKill = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task KilledAtRandomMoments_LosesNothing_AndJudgesNothingTwice()
    {
        int kills = Setting("HOMEOSTAT_KILLS", 4), seed = Setting("HOMEOSTAT_KILL_SEED", 1);
        var random = new Random(seed);
        Drop("policies/flights.json", FlightRows.Policy);
        int batches = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            for (int i = 0; i < BatchesPerKill; i++, batches++) DropBatch(batches);
            using var doomed = new HostProcess(_folder.Path);
            doomed.KillAfter(random.Next(1, 150));
        }
        using var host = new HostProcess(_folder.Path);
        host.WaitForJudged(batches);
        Assert.Equal(0, host.Stop().ExitCode);
        await CheckAsync(batches, $"seed {seed}");
    }

    [Fact]
    public void SecondProcess_IsTurnedAway_AndToldWhichOneIsThere()
    {
        using var first = new HostProcess(_folder.Path);
        first.WaitForJudged(0);
        using var second = new HostProcess(_folder.Path);
        var (exitCode, said) = second.Stop();
        Assert.Equal(2, exitCode);
        Assert.Contains($"in use by another host: process {first.Id} (", said, StringComparison.Ordinal);
        Assert.Equal(0, first.Stop().ExitCode);
    }

    private async Task CheckAsync(int batches, string which)
    {
        var store = new FileBlobStore(_folder.Path, TimeProvider.System);
        var records = await new BlobJournal(store).ReadAsync("flights", 0, default).ToListAsync();
        Assert.True((await new JournalVerifier(store).VerifyAsync("flights", default)).IsIntact, which);
        Assert.True(records.Select(record => record.Id).Distinct().Count() == records.Count, which);
        Assert.True(batches == records.Count(record => record.Kind == JournalKinds.BatchAccepted), which);
        Assert.True(batches == records.Count(record => record.Kind == JournalKinds.Judged), which);
        Assert.True(1 == records.Count(record => record.Kind == JournalKinds.PolicyChanged), which);
        Assert.DoesNotContain(records, record => record.Kind is JournalKinds.Trouble or JournalKinds.Escalated);
    }

    private void DropBatch(int number)
    {
        var rows = new FlightRows(300, number + 2) { Wind = number % 5 == 4 ? 8 : 0 };
        Drop($"batches/flights/{number % 3}/.{number}", rows.Csv());
        File.Move(PathOf($"batches/flights/{number % 3}/.{number}"), PathOf($"batches/flights/{number % 3}/{number}.csv"));
    }

    private void Drop(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
