using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>One endpoint whose deployments answer by a function of each row; nothing is ever made or moved.</summary>
internal sealed class ScriptedEndpoints(EndpointState? endpoint) : IEndpoints
{
    internal Dictionary<string, Func<JsonElement, RowPrediction>> Answers { get; } = [];

    /// <summary>Status of the n-th request, from 0, of a deployment; 200 unless said otherwise.</summary>
    internal Func<string, int, int> Status { get; set; } = (_, _) => 200;

    /// <summary>Every request: who was asked, and what.</summary>
    internal List<(string Deployment, string Rows)> Requests { get; } = [];

    public Task<EndpointState?> GetAsync(string name, CancellationToken cancellation) => Task.FromResult(endpoint?.Name == name ? endpoint : null);

    public Task<ScoringResult> ScoreAsync(string name, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        string asked = deployment ?? endpoint!.Traffic.Keys.First();
        int status = Status(asked, Requests.Count(request => request.Deployment == asked));
        using var json = JsonDocument.Parse(rows);
        Requests.Add((asked, json.RootElement.GetRawText()));
        ImmutableArray<RowPrediction> answers = status == 200 ? [.. json.RootElement.EnumerateArray().Select(Answers[asked])] : [];
        return Task.FromResult(new ScoringResult(asked, status, answers, TimeSpan.FromMilliseconds(5)));
    }

    public Task<EndpointState> SetTrafficAsync(
        string name, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeployAsync(string name, DeploymentRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteDeploymentAsync(string name, string deployment, CancellationToken cancellation) => throw new NotSupportedException();
}
