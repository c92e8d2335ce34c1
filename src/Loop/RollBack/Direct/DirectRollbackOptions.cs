namespace Homeostat.Loop;

/// <summary>How patient a rollback without the controller is.</summary>
public sealed record DirectRollbackOptions
{
    /// <summary>How long it may hold the model's lease; after that another may take it. Default 2 minutes.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long it waits for somebody else who holds the lease. Default 10 seconds.</summary>
    public TimeSpan LeaseWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Writes of traffic before it gives up, and probes of who gets it. Default 4.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Wait before the second try; doubles with each. Default 1 second.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);
}
