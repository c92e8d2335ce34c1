using System.Globalization;
using Homeostat.Cli.Tests.Support;
using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Cli.Tests.Demo;

/// <summary>
/// The demo's host, killed at random moments of a remediation, from the first champion to the end of the bake: it ends as one that was let live. More kills
/// with HOMEOSTAT_KILLS, others with HOMEOSTAT_KILL_SEED.
/// </summary>
public sealed class KillTests
{
    private const int KillsPerFolder = 8;
    private const string Healed = "state steady flights-v2-1 100 % version 2";

    private static readonly TimeSpan s_start = TimeSpan.FromMinutes(2), s_end = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task KilledAtRandomMoments_EndsAsOneThatWasLetLive()
    {
        int kills = Setting("HOMEOSTAT_KILLS", 3), seed = Setting("HOMEOSTAT_KILL_SEED", 1);
        var random = new Random(seed);
        for (int done = 0; done < kills; done += KillsPerFolder) await RunAsync(random, Math.Min(KillsPerFolder, kills - done), $"seed {seed}, after {done} kills");
    }

    private static async Task RunAsync(Random random, int kills, string which)
    {
        using var folder = new TestFolder();
        string path = Directory.CreateDirectory(folder["host"]).FullName;
        using var end = new CancellationTokenSource(s_end * 2);
        Task? dropping = null;
        using (var first = new HostProcess(path))
        {
            Assert.True(await first.WaitAsync(host => host.HasSaid("running"), s_start), which);
            dropping = Task.Run(() => new KillScript(path).DropAsync(end.Token));
            await KillAsync(first, random, which);
        }
        for (int kill = 1; kill < kills; kill++)
        {
            using var doomed = new HostProcess(path);
            // One of three dies while it starts.
            if (random.Next(3) > 0) Assert.True(await doomed.WaitAsync(host => host.HasSaid("running"), s_start), which);
            await KillAsync(doomed, random, which);
        }
        using var last = new HostProcess(path);
        bool healed = await last.WaitAsync(host => host.State == Healed || dropping.IsFaulted, s_end);
        if (dropping.IsFaulted) await dropping;
        Assert.True(healed, healed ? "" : Told($"{which}: {last.State}", await ReadAsync(path)));
        Assert.True(!last.Wrong.Any(), $"{which}: {string.Join("; ", last.Wrong)}");
        Assert.Equal(0, await last.StopAsync());
        await dropping;
        await CheckAsync(path, which);
    }

    private static async Task KillAsync(HostProcess host, Random random, string which)
    {
        // A wait for nothing in particular: that the moment is random is the point.
        await host.WaitAsync(_ => false, TimeSpan.FromMilliseconds(random.Next(0, 7000)));
        host.Kill();
        Assert.True(!host.Wrong.Any(), $"{which}: {string.Join("; ", host.Wrong)}");
    }

    private static async Task CheckAsync(string folder, string which)
    {
        var records = await ReadAsync(folder);
        string told = Told(which, records);
        Assert.True((await new JournalVerifier(new FileBlobStore(folder, TimeProvider.System)).VerifyAsync("flights", default)).IsIntact, told);
        Assert.True(records.Select(record => record.Id).Distinct().Count() == records.Count, told);
        foreach (var (name, accepted) in KillScript.Batches)
        {
            Assert.True(Count(records, JournalKinds.BatchAccepted, name) == (accepted ? 1 : 0), told);
            Assert.True(Count(records, JournalKinds.Judged, name) == (accepted ? 1 : 0), told);
            Assert.True(Count(records, JournalKinds.BatchQuarantined, name) == (accepted ? 0 : 1), told);
        }
        foreach (string once in new[] { JournalKinds.JobSubmitted, JournalKinds.JobEnded, JournalKinds.GatesJudged, JournalKinds.UndoPrepared, JournalKinds.Promoted })
            Assert.True(1 == records.Count(record => record.Kind == once), $"{once}: {told}");
        Assert.DoesNotContain(records, record => record.Kind is JournalKinds.Escalated or JournalKinds.RolledBack or JournalKinds.ChallengerRejected or JournalKinds.ForeignEdit);
    }

    private static async Task<List<JournalRecord>> ReadAsync(string folder) =>
        await new BlobJournal(new FileBlobStore(folder, TimeProvider.System)).ReadAsync("flights", 0, default).ToListAsync();

    private static string Told(string which, IEnumerable<JournalRecord> records) =>
        $"{which}\n{string.Join('\n', records.Select(record => $"{record.Kind} {record.Id} {record.Summary}"))}";

    private static int Count(List<JournalRecord> records, string kind, string batch) =>
        records.Count(record => record.Kind == kind && record.Id.StartsWith($"batch/{batch}-", StringComparison.Ordinal));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
