namespace Homeostat.Emulator;

/// <summary>What was injected into an operation when it began.</summary>
internal sealed record OperationFaults
{
    /// <summary>It never ends, until the fault with this id is taken away.</summary>
    public string? HangsBy { get; init; }

    /// <summary>It tells success and changes nothing.</summary>
    public bool IsLost { get; init; }

    /// <summary>It ends Failed with this message.</summary>
    public string? FailsWith { get; init; }

    /// <summary>Reads lag so long, in place of the usual.</summary>
    public TimeSpan? Lag { get; init; }
}
