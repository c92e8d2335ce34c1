using System.Collections.Concurrent;
using System.Text.Json;

namespace Homeostat.Emulator;

/// <summary>The meters of all deployments. Minutes that are over are appended to a file each, so that they survive a restart.</summary>
internal sealed class MeterBook : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, DeploymentMeter> _meters = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder;
    private readonly Workspace _workspace;
    private readonly PeriodicTimer _timer;
    private readonly Task _writer;

    internal MeterBook(Workspace workspace, string stateFolder)
    {
        _workspace = workspace;
        _folder = Path.Combine(stateFolder, "metrics");
        _timer = new PeriodicTimer(workspace.Timings.CollectorFlush, workspace.Durations);
        _writer = Task.Run(WriteAsync, CancellationToken.None);
    }

    internal DeploymentMeter Of(string endpoint, string deployment) => _meters.GetOrAdd($"{endpoint}/{deployment}", Load);

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _writer.ConfigureAwait(false);
        Save(long.MaxValue);
    }

    private async Task WriteAsync()
    {
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false)) Save(DeploymentMeter.MinuteOf(_workspace.Today, _workspace.Timings.MetricsGrain));
    }

    private void Save(long before)
    {
        foreach (var (name, meter) in _meters)
        {
            var lines = new List<string>();
            meter.Save(before, minute => lines.Add(JsonSerializer.Serialize(minute)));
            if (lines.Count == 0) continue;
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
                System.IO.File.AppendAllLines(File(name), lines);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Metrics are told from memory; what is not on the disk is a gap after a restart, as a platform has them.
            }
        }
    }

    private DeploymentMeter Load(string name)
    {
        var meter = new DeploymentMeter(_workspace.Timings.MetricsGrain);
        if (!System.IO.File.Exists(File(name))) return meter;
        foreach (string line in System.IO.File.ReadLines(File(name)))
            if (Read(line) is { } minute) meter.Restore(minute);
        return meter;
    }

    // A line that a crash cut is a gap.
    private static MinuteCounts? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<MinuteCounts>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string File(string name) => Path.Combine([_folder, .. (name + ".jsonl").Split('/')]);
}
