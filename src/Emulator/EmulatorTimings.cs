namespace Homeostat.Emulator;

/// <summary>How long things take. The defaults are short, so that a loop on one machine need not wait as in a data centre.</summary>
public sealed record EmulatorTimings
{
    /// <summary>An asynchronous operation takes at least so long. Default 300 ms; minutes in Azure.</summary>
    public TimeSpan Operation { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>So long after an operation has succeeded, reads still show what was before. Default 200 ms; some seconds in Azure.</summary>
    public TimeSpan ReadLag { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What <c>Retry-After</c> asks for, in whole seconds. Default 1 s; 10 s and more in Azure.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Deadline of an operation, told in <c>x-ms-async-operation-timeout</c>. Default 90 minutes.</summary>
    public TimeSpan OperationDeadline { get; init; } = TimeSpan.FromMinutes(90);

    /// <summary>A deployment's process must answer <c>GET /health</c> within. Default 1 minute.</summary>
    public TimeSpan Startup { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause before a crashed process is started again; doubled with each crash, up to 32 times. Default 200 ms.</summary>
    public TimeSpan RestartPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A process that ran so long has recovered: crashes before it are forgotten. Default 1 minute.</summary>
    public TimeSpan Recovered { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many crashes in a row are a crash loop: the deployment is Failed. Default 4.</summary>
    public int CrashLoop { get; init; } = 4;

    /// <summary>Collector lines are written out this often. Default 1 s.</summary>
    public TimeSpan CollectorFlush { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A minute's metrics can be read so long after its end. Default none; 1 to 3 minutes in Azure.</summary>
    public TimeSpan MetricsDelay { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// The step that metrics are counted in, in whole seconds up to 1 minute. Default 1 minute, as in Azure, which knows none shorter. Where it is
    /// shorter it is one of the intervals that may be asked for, <c>RequestsPerMinute</c> counts the requests of a step, and points without a
    /// value are left out.
    /// </summary>
    public TimeSpan MetricsGrain { get; init; } = TimeSpan.FromMinutes(1);
}
