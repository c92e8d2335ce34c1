namespace Homeostat.Loop;

/// <summary>Looks whether a rollback was begun without the controller.</summary>
internal sealed class FindDirectRollbackActivity(LoopPorts ports) : IActivity<DirectRollbackQuestion, DirectRollbackFound?>
{
    public Task<DirectRollbackFound?> RunAsync(DirectRollbackQuestion input, CancellationToken cancellation) =>
        DirectRollbackJournal.FindAsync(ports.Journal, input, cancellation);
}
