using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>The faults that are in force. Which calls a rate picks is decided by the seed and the order of calls.</summary>
public sealed class FaultSet
{
    private static readonly FaultKind[] s_call = [FaultKind.Latency, FaultKind.Error, FaultKind.Throttle, FaultKind.ExpiredToken, FaultKind.Disconnect];

    private readonly Lock _gate = new();
    private readonly ulong _seed;
    private volatile ActiveFault[] _all = [];
    private int _last;

    internal FaultSet(int seed) => _seed = (ulong)seed;

    /// <summary>Carries out what happens at once: edits and crashes.</summary>
    internal Action<Fault>? AtOnce { get; set; }

    /// <summary>All faults, those used up too, in the order they were added.</summary>
    public IReadOnlyList<FaultStatus> List()
    {
        lock (_gate) return [.. _all.Select(f => f.Status)];
    }

    /// <summary>Adds a fault and returns its id.</summary>
    /// <exception cref="ArgumentException">The fault makes no sense.</exception>
    public string Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Refuse() is { } wrong) throw new ArgumentException(wrong, nameof(fault));
        bool atOnce = fault.Kind == FaultKind.Crash || (fault.Kind == FaultKind.ForeignEdit && !fault.AfterWrite);
        ActiveFault added;
        lock (_gate)
        {
            added = new ActiveFault($"fault-{++_last}", fault.Kind == FaultKind.ForeignEdit ? fault with { Count = fault.Count ?? 1 } : fault);
            if (atOnce) added.Finish();
            _all = [.. _all, added];
        }
        if (atOnce) AtOnce?.Invoke(fault);
        return added.Id;
    }

    /// <summary>Takes a fault away; false when there is none of that id. Operations that hang by it go on.</summary>
    public bool Remove(string id)
    {
        ActiveFault? found;
        lock (_gate)
        {
            found = _all.FirstOrDefault(f => f.Id == id);
            if (found is null) return false;
            _all = [.. _all.Where(f => f != found)];
        }
        found.Gone.TrySetResult();
        return true;
    }

    /// <summary>Takes all faults away.</summary>
    public void Clear()
    {
        foreach (var fault in List()) Remove(fault.Id);
    }

    /// <summary>Faults that happen to this call before anybody looks at it.</summary>
    internal IReadOnlyList<Fault> ForCall(string method, string path) =>
        _all.Length == 0 ? [] : Hits(f => s_call.Contains(f.Kind) && f.Deployment is null && Matches(f, method, path));

    /// <summary>Faults of the model behind a deployment, for one call.</summary>
    internal IReadOnlyList<Fault> ForModel(string path, string deployment) => _all.Length == 0
        ? []
        : Hits(f => (f.Kind == FaultKind.Garbage || (f.Deployment is not null && s_call.Contains(f.Kind))) && Matches(f, "POST", path)
            && (f.Deployment is null || f.Deployment.Equals(deployment, StringComparison.OrdinalIgnoreCase)));

    internal OperationFaults ForOperation(string method, string path)
    {
        var hang = First(FaultKind.Hang, method, path);
        return new OperationFaults
        {
            HangsBy = hang?.Id,
            IsLost = First(FaultKind.LostWrite, method, path) is not null,
            FailsWith = First(FaultKind.Fail, method, path) is { } fail ? fail.Fault.Message ?? "The operation was made to fail. Nothing was changed. Take the fault away to let it succeed." : null,
            Lag = First(FaultKind.Lag, method, path)?.Fault.Duration,
        };
    }

    /// <summary>Completes when the fault was taken away; at once when there is none, as after a restart.</summary>
    internal Task WhenGoneAsync(string id)
    {
        lock (_gate) return _all.FirstOrDefault(f => f.Id == id)?.Gone.Task ?? Task.CompletedTask;
    }

    internal void AfterWrite(string endpoint, Action<JsonObject> edit)
    {
        foreach (var fault in Hits(f => f.Kind == FaultKind.ForeignEdit && endpoint.Equals(f.Endpoint, StringComparison.OrdinalIgnoreCase))) edit(fault.Edit!);
    }

    /// <summary>Whether a minute is missing from an endpoint's metrics.</summary>
    internal bool IsGap(string path, long minute) => _all.Length > 0 && _all.Any(f =>
        f.IsActive && f.Fault.Kind == FaultKind.MetricsGap && Matches(f.Fault, "GET", path) && Chance.Unit(_seed, (ulong)minute) < f.Fault.Rate);

    private ActiveFault? First(FaultKind kind, string method, string path)
    {
        lock (_gate) return _all.FirstOrDefault(f => f.Fault.Kind == kind && Matches(f.Fault, method, path) && f.Happens(_seed));
    }

    private List<Fault> Hits(Func<Fault, bool> matches)
    {
        lock (_gate) return [.. _all.Where(f => matches(f.Fault) && f.Happens(_seed)).Select(f => f.Fault)];
    }

    private static bool Matches(Fault fault, string method, string path) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || path.Contains(fault.Path, StringComparison.OrdinalIgnoreCase));
}
