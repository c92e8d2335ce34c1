namespace Homeostat.Loop;

/// <summary>Writes what the controller decided, unless a person has written traffic directly since: then the decision is of yesterday.</summary>
internal sealed class SetTrafficActivity(LoopPorts ports) : IActivity<TrafficWrite, EndpointState>
{
    private readonly JsonBlobs _json = new(ports.Store);

    public async Task<EndpointState> RunAsync(TrafficWrite input, CancellationToken cancellation)
    {
        if (input.Model is { } model && await _json.ReadAsync<ModelLease>(StateNames.LeaseOf(model), cancellation) is { } lease && input.DecidedAt < lease.Fence)
            throw new InvalidOperationException($"{lease.By} rolls back the traffic of {input.Endpoint} directly. {input.Split} was decided before that is over and would undo it, so it is not written. It is decided anew.");
        var read = await ports.Endpoints.SetTrafficAsync(input.Endpoint, input.Split.Traffic, input.Split.Mirror, cancellation);
        // What reads otherwise than it was written is not taken for done; writing it again does no harm.
        return TrafficSplit.Of(read).Equals(input.Split)
            ? read
            : throw new TransientException($"Traffic of {input.Endpoint} was written as {input.Split} and reads {TrafficSplit.Of(read)}. It is written again.");
    }
}
