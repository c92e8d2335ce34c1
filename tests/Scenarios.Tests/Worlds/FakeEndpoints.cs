using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>One endpoint: slow to make deployments, strict about what traffic may be, and now and then deaf.</summary>
internal sealed class FakeEndpoints(TimeProvider time) : IEndpoints
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, FakeDeployment> _deployments = new(StringComparer.Ordinal);
    private TrafficSplit _traffic = TrafficSplit.None;
    private TrafficSplit _before = TrafficSplit.None;
    private DateTimeOffset _seenFrom = DateTimeOffset.MinValue;

    /// <summary>How long a new deployment takes; null: it never gets ready.</summary>
    internal TimeSpan? ReadyAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Why new deployments fail; null: they do not.</summary>
    internal string? DeploymentsFail { get; set; }

    /// <summary>Reads show a write only so much later.</summary>
    internal TimeSpan Lag { get; set; }

    /// <summary>Writes of traffic until then are accepted and lost.</summary>
    internal DateTimeOffset LostUntil { get; set; }

    /// <summary>Whether a call fails now: its name, "get", "traffic", "deploy", "delete" or "score".</summary>
    internal Func<string, bool> Down { get; set; } = _ => false;

    /// <summary>What a version answers to a row.</summary>
    internal Func<string, JsonElement, string> Answer { get; set; } = (_, _) => "late";

    /// <summary>Deployments that answer nothing any more.</summary>
    internal HashSet<string> Sick { get; } = [];

    /// <summary>Changes of traffic the loop made, in order; a write that changes nothing is none.</summary>
    internal List<string> Shifts { get; } = [];

    internal List<string> Made { get; } = [];

    internal List<string> Deleted { get; } = [];

    internal string Traffic
    {
        get { lock (_lock) return _traffic.ToString(); }
    }

    internal IReadOnlyCollection<string> Names
    {
        get { lock (_lock) return [.. _deployments.Keys]; }
    }

    internal bool IsAsked(string deployment)
    {
        lock (_lock) return _traffic.ShareOf(deployment) is not (0, 0);
    }

    /// <summary>Somebody makes a deployment by hand.</summary>
    internal void Add(string name, string version)
    {
        lock (_lock) _deployments[name] = new(version, time.GetUtcNow(), null);
    }

    /// <summary>Somebody edits traffic by hand.</summary>
    internal void Edit(params (string Name, int Share)[] shares)
    {
        var traffic = shares.ToImmutableSortedDictionary(s => s.Name, s => s.Share);
        lock (_lock) _before = _traffic = TrafficSplit.None with { Traffic = traffic };
    }

    /// <summary>Somebody deletes a deployment by hand.</summary>
    internal void Remove(string name)
    {
        lock (_lock) _deployments.Remove(name);
    }

    public Task<EndpointState?> GetAsync(string endpoint, CancellationToken cancellation)
    {
        Check("get");
        return Task.FromResult(Read(endpoint));
    }

    public Task<EndpointState> SetTrafficAsync(
        string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation)
    {
        Check("traffic");
        Write(new TrafficSplit(traffic, mirror));
        Check("traffic answer");
        return Task.FromResult(Read(endpoint)!);
    }

    public Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation)
    {
        Check("deploy");
        lock (_lock)
        {
            if (_deployments.TryAdd(request.Name, new(request.ModelVersion, time.GetUtcNow() + (ReadyAfter ?? TimeSpan.FromDays(999)), DeploymentsFail)))
                Made.Add(request.Name);
            else if (_deployments[request.Name].Version != request.ModelVersion)
                throw new InvalidOperationException($"{request.Name} serves version {_deployments[request.Name].Version}, and is to be made with {request.ModelVersion}.");
        }
        return Task.CompletedTask;
    }

    public Task DeleteDeploymentAsync(string endpoint, string deployment, CancellationToken cancellation)
    {
        Check("delete");
        lock (_lock)
        {
            if (_traffic.ShareOf(deployment).Live > 0) throw new InvalidOperationException($"{deployment} has traffic ({_traffic}) and cannot be deleted.");
            if (_deployments.Remove(deployment)) Deleted.Add(deployment);
        }
        return Task.CompletedTask;
    }

    public Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        Check("score");
        bool well = deployment is not null && !Sick.Contains(deployment);
        using var json = JsonDocument.Parse(rows);
        string version = Version(deployment);
        ImmutableArray<RowPrediction> answers = well ? [.. json.RootElement.EnumerateArray().Select(row => new RowPrediction(Answer(version, row), null))] : [];
        return Task.FromResult(new ScoringResult(deployment ?? "", well ? 200 : 500, answers, TimeSpan.FromMilliseconds(12)));
    }

    private string Version(string? deployment)
    {
        lock (_lock) return deployment is not null && _deployments.TryGetValue(deployment, out var it) ? it.Version : "";
    }

    private void Check(string call)
    {
        if (Down(call)) throw new TransientException($"The service did not answer '{call}'.");
    }

    private EndpointState? Read(string endpoint)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var seen = now < _seenFrom ? _before : _traffic;
            return new EndpointState(endpoint, seen.Traffic, seen.Mirror, _deployments.ToImmutableSortedDictionary(d => d.Key, d => d.Value.At(d.Key, now)));
        }
    }

    private void Write(TrafficSplit split)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            int sum = split.Traffic.Values.Sum();
            if (sum is not (0 or 100) || split.Mirror.Values.Sum() > 50) throw new InvalidOperationException($"{split} does not add up.");
            foreach (string name in split.Traffic.Keys.Concat(split.Mirror.Keys))
            {
                if (!_deployments.TryGetValue(name, out var it) || it.At(name, now).Status != DeploymentStatus.Ready)
                    throw new InvalidOperationException($"{name} is not ready and cannot have traffic.");
            }
            if (now < LostUntil || split.Equals(_traffic)) return;
            (_before, _traffic, _seenFrom) = (_traffic, split, now + Lag);
            Shifts.Add(split.ToString());
        }
    }
}
