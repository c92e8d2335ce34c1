namespace Homeostat.Loop;

/// <summary>What is done with a file that turned up.</summary>
public enum IntakeAction
{
    /// <summary>Count it and judge it.</summary>
    Take,

    /// <summary>Nothing: it was taken before.</summary>
    Skip,

    /// <summary>Nothing: it is no batch, but a marker or a file still being written.</summary>
    Ignore,

    /// <summary>Move it to quarantine with the reason beside it.</summary>
    Quarantine,
}
