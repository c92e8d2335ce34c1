namespace Homeostat.Loop;

/// <summary>How a rollback without the controller ends.</summary>
public enum DirectRollbackEnd
{
    /// <summary>Traffic is where it should be, and who gets it answers.</summary>
    Done,

    /// <summary>There is nothing to go back to.</summary>
    Refused,

    /// <summary>Somebody else is at it, and did not finish in time.</summary>
    Busy,

    /// <summary>Traffic could not be written, or reads otherwise than it was written.</summary>
    NotWritten,

    /// <summary>Traffic is written, and who gets it did not answer.</summary>
    NotProven,
}
