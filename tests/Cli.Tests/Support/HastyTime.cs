namespace Homeostat.Cli.Tests.Support;

/// <summary>The world's clock, some times as fast: what takes a minute of the loop's time takes a second.</summary>
internal sealed class HastyTime(int factor) : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_began) * factor;

    public override long GetTimestamp() => (System.GetTimestamp() - _began) * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    private TimeSpan Real(TimeSpan time) => time > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / factor)) : time;
}
