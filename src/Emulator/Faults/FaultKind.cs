namespace Homeostat.Emulator;

/// <summary>What can be made to go wrong.</summary>
public enum FaultKind
{
    /// <summary>Calls take <see cref="Fault.Milliseconds"/> longer. With <see cref="Fault.Deployment"/>, its model does.</summary>
    Latency,

    /// <summary>Calls are answered with <see cref="Fault.Status"/>, in resource management's form of an error. With <see cref="Fault.Deployment"/>, its model answers so, which a caller sees as 424.</summary>
    Error,

    /// <summary>Calls are answered with 429 and <c>Retry-After</c>: <see cref="Fault.Milliseconds"/>, in whole seconds, rounded up.</summary>
    Throttle,

    /// <summary>The token has expired: 401.</summary>
    ExpiredToken,

    /// <summary>The connection is cut without an answer.</summary>
    Disconnect,

    /// <summary>Operations that begin now never end, until the fault is taken away.</summary>
    Hang,

    /// <summary>Operations that begin now end Failed.</summary>
    Fail,

    /// <summary>Operations that begin now tell success and change nothing.</summary>
    LostWrite,

    /// <summary>Reads show the old for <see cref="Fault.Milliseconds"/> after the success of operations that begin now.</summary>
    Lag,

    /// <summary>The model's answer is replaced by <see cref="Fault.Message"/>, with status 200.</summary>
    Garbage,

    /// <summary>Somebody else changes an endpoint: <see cref="Fault.Edit"/> is merged into it, now or right behind the next write.</summary>
    ForeignEdit,

    /// <summary>The process of a deployment is killed, now.</summary>
    Crash,

    /// <summary>Minutes are missing from metrics: a share <see cref="Fault.Rate"/> of them, always the same ones.</summary>
    MetricsGap,
}
