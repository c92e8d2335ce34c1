namespace Homeostat.Dashboard;

/// <summary>What became of a signal as far as one waited.</summary>
internal enum SignalEnd
{
    /// <summary>There is no controller that runs, or it cannot be reached.</summary>
    NoController,

    /// <summary>It was sent and not taken in time; it is kept.</summary>
    NotTaken,

    /// <summary>It was taken, and what it began is not over.</summary>
    UnderWay,

    /// <summary>It was taken and carried out or refused; the records say which.</summary>
    Ended,
}
