using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>One endpoint whose deployments are ready and answer; its traffic can be moved.</summary>
internal sealed class LiveEndpoint(string name, string traffic, params string[] deployments) : IEndpoints
{
    private readonly Lock _lock = new();
    private TrafficSplit _traffic = TrafficSplit.None with { Traffic = Shares(traffic) };

    /// <summary>What happens before a call of this name, "get", "set" or "score"; may throw.</summary>
    internal Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Deployments that answer nothing.</summary>
    internal HashSet<string> Sick { get; } = [];

    /// <summary>Every write of traffic that came through.</summary>
    internal List<string> Writes { get; } = [];

    internal TrafficSplit Traffic
    {
        get { lock (_lock) return _traffic; }
        set { lock (_lock) _traffic = value; }
    }

    /// <summary>Shares as "blue 95 green 5".</summary>
    internal static ImmutableSortedDictionary<string, int> Shares(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToImmutableSortedDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));

    public async Task<EndpointState?> GetAsync(string endpoint, CancellationToken cancellation)
    {
        await Before("get");
        return endpoint == name ? Read() : null;
    }

    public async Task<EndpointState> SetTrafficAsync(
        string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation)
    {
        await Before("set");
        lock (_lock)
        {
            _traffic = new TrafficSplit(traffic, mirror);
            Writes.Add(_traffic.ToString());
        }
        await Before("after set");
        return Read();
    }

    public async Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        await Before("score");
        bool well = deployment is not null && !Sick.Contains(deployment);
        return new ScoringResult(deployment ?? "", well ? 200 : 424, well ? [new RowPrediction("late", 0.7)] : [], TimeSpan.FromMilliseconds(12));
    }

    public Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteDeploymentAsync(string endpoint, string deployment, CancellationToken cancellation) => Task.CompletedTask;

    private EndpointState Read()
    {
        lock (_lock)
        {
            var made = deployments.Select((d, i) => new DeploymentState(d, $"{i + 1}", DeploymentStatus.Ready));
            return new EndpointState(name, _traffic.Traffic, _traffic.Mirror, made.ToImmutableSortedDictionary(d => d.Name, d => d));
        }
    }
}
