namespace Homeostat.Loop.Tests.Monitor;

public class ScheduleTests
{
    private const string Daily = """{ "model": "flights", "endpoint": "flights-endpoint", "triggers": { "schedule": "30 7 * * *" } }""";

    private readonly MonitorBench _bench = new();

    [Theory]
    [InlineData("+89", 0)] // 07:29
    [InlineData("+90", 1)]
    [InlineData("+90 +0 +1 +0", 1)]
    [InlineData("+90 +1440", 2)]
    [InlineData("+7200", 1)] // five days of no tick are made up for once
    [InlineData("+91 -60 +59 +1", 1)] // back to 06:31, and 07:30 comes again
    [InlineData("+91 -60 +1500", 2)]
    [InlineData("+2880000 -2880000 +90", 2)] // five years ahead by mistake: told there once, then kept again
    public async Task DueTime_AsksOnce(string minutes, int asked)
    {
        _bench.Policy(Daily);
        await _bench.TickAsync();
        foreach (string step in minutes.Split(' ')) await _bench.TickAsync(TimeSpan.FromMinutes(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Repeat(SignalKind.Retrain, asked), _bench.Client.Kinds);
        Assert.All(_bench.Client.Raised, signal => Assert.Equal((RetrainCause.Schedule, "schedule"), (signal.Cause, signal.By)));
    }

    [Fact]
    public async Task NewSchedule_DoesNotMakeUpForTheTimeBefore()
    {
        _bench.Policy(Daily);
        await _bench.TickAsync();
        _bench.Policy(Daily.Replace("30 7", "0 5", StringComparison.Ordinal));
        await _bench.TickAsync(TimeSpan.FromDays(3));
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_bench.Client.Raised);
        await _bench.TickAsync(TimeSpan.FromDays(1));
        Assert.Equal("the schedule '0 5 * * *' was due at 2026-03-06 05:00 UTC", Assert.Single(_bench.Client.Raised).Reason);
    }

    [Fact]
    public async Task ControllerThatDoesNotHear_IsToldLater()
    {
        _bench.Policy(Daily);
        await _bench.TickAsync();
        _bench.Client.Instances.Clear();
        var report = await _bench.TickAsync(TimeSpan.FromHours(2));
        Assert.Contains("schedule: flights has no running controller", Assert.Single(report.Models[0].Problems), StringComparison.Ordinal);
        _bench.Client.Controller(new ControllerState { Model = "flights", Traffic = TrafficSplit.All("blue") });
        await _bench.TickAsync(TimeSpan.FromHours(2));
        await _bench.TickAsync();
        Assert.Equal("schedule/20260302T0730", Assert.Single(_bench.Client.Raised).Id);
    }

    [Fact]
    public async Task MinutesOverYears_AreFoundAtOnce()
    {
        _bench.Policy(Daily.Replace("30 7 * * *", "* * * * *", StringComparison.Ordinal));
        await _bench.TickAsync();
        await _bench.TickAsync(TimeSpan.FromDays(3650) + TimeSpan.FromSeconds(30));
        Assert.Equal("schedule/20360228T0600", Assert.Single(_bench.Client.Raised).Id);
    }
}
