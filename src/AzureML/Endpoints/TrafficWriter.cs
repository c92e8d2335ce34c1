using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>
/// Moves traffic: reads the whole endpoint, writes it back with other shares, waits for the operation, and reads until it reads as written. It
/// writes even when it already reads as wanted: a read may lag behind somebody's write, and would hide it.
/// </summary>
internal sealed class TrafficWriter(ArmService arm, WorkspaceIds ids, AzureMLOptions options, EndpointReader reader)
{
    private const int MostRaces = 5;

    private readonly ArmWrites _writes = new(arm, options);

    internal async Task<EndpointState> WriteAsync(
        string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation)
    {
        traffic = WithoutNone(traffic);
        mirror = WithoutNone(mirror);
        await PutAsync(endpoint, traffic, mirror, cancellation);
        return await reader.StateAsync(endpoint, await ReadBackAsync(endpoint, traffic, mirror, cancellation), cancellation);
    }

    // Somebody who wrote in between keeps what else they changed: the endpoint is read anew and only its traffic replaced.
    private async Task PutAsync(string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation)
    {
        for (int race = 0; race < MostRaces; race++)
        {
            var read = await reader.NeedAsync(endpoint, cancellation);
            var call = Call(endpoint) with { IfMatch = read.ETag };
            if (await _writes.PutAsync(call, ids.Endpoint(endpoint), EndpointBody.WithTraffic(read, traffic, mirror), cancellation)) return;
        }
        throw ArmFaults.Passing(Call(endpoint), $"somebody else wrote it between reading and writing, {MostRaces} times in a row", null);
    }

    /// <summary>The endpoint, at the latest as it reads at the deadline: then the caller sees that it reads otherwise.</summary>
    private async Task<ArmAnswer> ReadBackAsync(
        string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation)
    {
        var until = arm.Time.GetUtcNow() + options.ReadBackDeadline;
        for (int look = 0; ; look++)
        {
            var read = await reader.NeedAsync(endpoint, cancellation);
            if (Reads(read, traffic, mirror)) return read;
            var wait = ArmRetry.Backoff(look - 2);
            if (arm.Time.GetUtcNow() + wait >= until) return read;
            await Task.Delay(wait, arm.Time, cancellation);
        }
    }

    private static bool Reads(ArmAnswer read, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror) =>
        EndpointReader.Shares(read.Properties["traffic"]).SequenceEqual(traffic) && EndpointReader.Shares(read.Properties["mirrorTraffic"]).SequenceEqual(mirror);

    private static ImmutableSortedDictionary<string, int> WithoutNone(ImmutableSortedDictionary<string, int> shares) =>
        shares.Where(share => share.Value != 0).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static ArmCall Call(string endpoint) => new($"write the traffic of '{endpoint}'") { WaitsForOthers = true };
}
