using System.Globalization;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Training jobs: each takes a minute and makes the next version, unless the script says otherwise.</summary>
internal sealed class FakeJobs(TimeProvider time, Fate fate) : ITrainingJobs
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _started = [];

    /// <summary>What becomes of a job: its number from 1, its name, and what would become of it by itself.</summary>
    internal Func<int, TrainingJobState, TrainingJobState> Script { get; set; } = (_, state) => state;

    /// <summary>Jobs in the order they began: one a name.</summary>
    internal List<string> Begun { get; } = [];

    internal List<string> Canceled { get; } = [];

    internal Dictionary<string, TrainingJobRequest> Requests { get; } = [];

    public async Task SubmitAsync(TrainingJobRequest request, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_started.TryAdd(request.Name, time.GetUtcNow()))
            {
                Begun.Add(request.Name);
                Requests.Add(request.Name, request);
            }
        }
        await fate.AfterEffect(cancellation);
    }

    public async Task<TrainingJobState?> GetAsync(string name, CancellationToken cancellation)
    {
        var state = Read(name);
        await fate.AfterEffect(cancellation);
        return state;
    }

    public async Task CancelAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!Canceled.Contains(name)) Canceled.Add(name);
        }
        await fate.AfterEffect(cancellation);
    }

    private TrainingJobState? Read(string name)
    {
        lock (_lock)
        {
            if (!_started.TryGetValue(name, out var at)) return null;
            if (Canceled.Contains(name)) return new TrainingJobState(name, TrainingJobStatus.Canceled);
            int number = 1 + Begun.IndexOf(name);
            var running = new TrainingJobState(name, TrainingJobStatus.Running);
            return Script(number, time.GetUtcNow() - at < TimeSpan.FromMinutes(1) ? running : running with
            {
                Status = TrainingJobStatus.Completed,
                ModelVersion = (number + 1).ToString(CultureInfo.InvariantCulture),
            });
        }
    }
}
