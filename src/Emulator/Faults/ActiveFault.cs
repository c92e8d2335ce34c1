namespace Homeostat.Emulator;

/// <summary>A fault in force: what it is, and what is left of it. Used under the set's lock.</summary>
internal sealed class ActiveFault(string id, Fault fault)
{
    private ulong _met;
    private int _hits;
    private bool _finished;

    internal string Id => id;

    internal Fault Fault => fault;

    /// <summary>Completed when it was taken away.</summary>
    internal TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal bool IsActive => !_finished && (fault.Count is not { } most || _hits < most);

    internal FaultStatus Status => new(id, fault, _hits, IsActive);

    /// <summary>Whether it happens to the call that it just met.</summary>
    internal bool Happens(ulong seed)
    {
        if (!IsActive || Chance.Unit(seed, _met++) >= fault.Rate) return false;
        _hits++;
        return true;
    }

    internal void Finish()
    {
        _hits++;
        _finished = true;
    }
}
