using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Homeostat.Batches;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeostat.Bench.Host;

/// <summary>From the moment a batch of 10,000 rows x 20 columns has its name in the folder to its verdict in the journal.</summary>
internal static class DropToVerdict
{
    private const int Rows = 10_000, Columns = 20, Drops = 41;

    private const string Policy = """{ "model": "bench", "endpoint": "bench", "roles": { "answer": "prediction" } }""";

    public static async Task MeasureAsync(string folder, int before)
    {
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        await File.WriteAllTextAsync(Path.Combine(folder, "policies", "bench.json"), Policy);
        var options = new LocalLoopOptions(folder, TimeProvider.System) { SettleTime = TimeSpan.Zero, WatchDelay = TimeSpan.FromMilliseconds(10) };
        await using var loop = await LocalLoop.StartAsync(options, Outside(), NullLogger.Instance, default);
        for (var i = 0; i < before; i++) await DropAsync(loop, folder, i, rows: 100);
        var times = new List<double>();
        for (var i = 0; i < Drops; i++) times.Add(await DropAsync(loop, folder, before + i, Rows));
        times = [.. times.Skip(5).Order()];
        Console.WriteLine($"batch of {Rows:N0} x {Columns} dropped to verdict journaled, {before} batches before: median {times[times.Count / 2]:N0} ms ({times[0]:N0}-{times[^1]:N0})");
    }

    private static async Task<double> DropAsync(LocalLoop loop, string folder, int number, int rows)
    {
        var target = Path.Combine(folder, "batches", "bench", $"{number}.csv");
        var hidden = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName, $".{number}");
        await File.WriteAllTextAsync(hidden, Csv(rows, number + 2));
        var known = await loop.Ports.Journal.CountAsync("bench", default);
        var watch = Stopwatch.StartNew();
        File.Move(hidden, target);
        while (!await loop.Ports.Journal.ReadAsync("bench", known, default).AnyAsync(record => record.Kind == JournalKinds.Judged)) await Task.Delay(1);
        var time = watch.Elapsed.TotalMilliseconds;
        while (await loop.Client.ListAsync("batch-", default).AnyAsync(batch => batch.Status != OrchestrationStatus.Completed)) await Task.Delay(1);
        return time;
    }

    private static OutsidePorts Outside()
    {
        using var input = BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(Csv(20_000, 1))), "training.csv");
        using var file = new MemoryStream();
        FingerprintFile.Write(Profiler.Profile(input, new SchemaOverrides(), new CountOptions()), file);
        var models = new KnownModels();
        models.Versions["1"] = new ModelVersion("bench", "1", 1) { Fingerprint = file.ToArray() };
        var endpoint = new EndpointState("bench", Shares(("blue", 100)), Shares(), Deployments("blue"));
        return new OutsidePorts(new ScriptedEndpoints(endpoint), new NoJobs(), models, new NoMetrics());
    }

    private static ImmutableSortedDictionary<string, int> Shares(params (string Name, int Share)[] shares) =>
        ImmutableSortedDictionary.CreateRange(shares.Select(share => KeyValuePair.Create(share.Name, share.Share)));

    private static ImmutableSortedDictionary<string, DeploymentState> Deployments(string name) =>
        ImmutableSortedDictionary.CreateRange([KeyValuePair.Create(name, new DeploymentState(name, "1", DeploymentStatus.Ready))]);

    private static string Csv(int rows, int seed)
    {
        var random = new Random(seed);
        var csv = new StringBuilder(string.Join(',', Enumerable.Range(1, Columns - 1).Select(column => $"c{column}"))).Append(",answer\n");
        for (var row = 0; row < rows; row++)
        {
            for (var column = 1; column < Columns; column++)
            {
                if (column % 4 == 0) csv.Append("level").Append(random.Next(50)).Append(',');
                else csv.Append(CultureInfo.InvariantCulture, $"{random.NextDouble() * 100 * column:0.000},");
            }
            csv.Append(random.Next(2)).Append('\n');
        }
        return csv.ToString();
    }
}
