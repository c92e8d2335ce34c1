using System.Globalization;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Training jobs: each takes a minute or so and makes the next version, unless the script says otherwise.</summary>
internal sealed class FakeJobs(TimeProvider time) : ITrainingJobs
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _started = [];
    private readonly Dictionary<string, TrainingJobRequest> _requests = [];

    /// <summary>How long a job takes.</summary>
    internal TimeSpan Lasts { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What becomes of a job: its number from 1, its name, and what would become of it by itself.</summary>
    internal Func<int, TrainingJobState, TrainingJobState> Script { get; set; } = (_, state) => state;

    /// <summary>Jobs in the order they began: one a name.</summary>
    internal List<string> Begun { get; } = [];

    internal List<string> Canceled { get; } = [];

    public Task SubmitAsync(TrainingJobRequest request, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_started.TryAdd(request.Name, time.GetUtcNow()))
            {
                Begun.Add(request.Name);
                _requests.Add(request.Name, request);
            }
            else if (_requests[request.Name] != request) throw new InvalidOperationException($"The job {request.Name} was submitted before, and asks for something else now.");
        }
        return Task.CompletedTask;
    }

    public Task<TrainingJobState?> GetAsync(string name, CancellationToken cancellation)
    {
        return Task.FromResult(Read(name));
    }

    public Task CancelAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!Canceled.Contains(name)) Canceled.Add(name);
        }
        return Task.CompletedTask;
    }

    private TrainingJobState? Read(string name)
    {
        lock (_lock)
        {
            if (!_started.TryGetValue(name, out var at)) return null;
            if (Canceled.Contains(name)) return new TrainingJobState(name, TrainingJobStatus.Canceled);
            int number = 1 + Begun.IndexOf(name);
            var running = new TrainingJobState(name, TrainingJobStatus.Running);
            return Script(number, time.GetUtcNow() - at < Lasts ? running : running with
            {
                Status = TrainingJobStatus.Completed,
                EndedAt = at + Lasts,
                ModelVersion = (number + 1).ToString(CultureInfo.InvariantCulture),
            });
        }
    }
}
