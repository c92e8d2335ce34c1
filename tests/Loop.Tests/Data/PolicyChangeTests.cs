using Homeostat.Loop.Tests.Monitor;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

/// <summary>Somebody edits the policy file.</summary>
public class PolicyChangeTests
{
    private readonly MonitorBench _bench = new();

    [Fact]
    public async Task Edit_IsJournaledFieldByField_AndReachesTheControllerOnce()
    {
        await ScanAsync();
        _bench.Policy(FlightRows.Policy.Replace("{ \"model\"", "{ \"bake\": { \"time\": \"4h\" }, \"model\"", StringComparison.Ordinal));
        await ScanAsync();
        await ScanAsync();
        var records = await _bench.RecordsAsync();
        Assert.Equal([JournalKinds.PolicyChanged, JournalKinds.PolicyChanged], records.Select(record => record.Kind));
        Assert.EndsWith(" took effect: /bake/time (default) -> 4h.", records[1].Summary, StringComparison.Ordinal);
        Assert.Equal("/bake/time", records[1].Evidence.GetProperty("changes")[0].GetProperty("pointer").GetString());
        Assert.Equal(2, _bench.Client.Kinds.Count(kind => kind == SignalKind.PolicyChanged));
        Assert.Equal(records[1].Summary, _bench.Client.Raised[1].Reason);
    }

    [Fact]
    public async Task EditThatIsWrong_IsTold_AndTheNextRightOneIsHeldAgainstTheLastRightOne()
    {
        await ScanAsync();
        _bench.Policy("{ \"model\": 3 }");
        await ScanAsync();
        _bench.Policy(FlightRows.Policy.Replace("\"flights-endpoint\"", "\"other-endpoint\"", StringComparison.Ordinal));
        await ScanAsync();
        var records = await _bench.RecordsAsync();
        Assert.Equal([JournalKinds.PolicyChanged, JournalKinds.Trouble, JournalKinds.PolicyChanged], records.Select(record => record.Kind));
        Assert.EndsWith(": /endpoint flights-endpoint -> other-endpoint.", records[2].Summary, StringComparison.Ordinal);
        Assert.Equal(2, _bench.Client.Raised.Count);
    }

    [Fact]
    public async Task CrashBehindAnyWrite_TellsOnce()
    {
        for (int write = 1; write < 10; write++)
        {
            CrashingStore? store = null;
            var bench = new MonitorBench(inner => store ??= new CrashingStore(inner) { CrashAfter = write });
            for (int tries = 0; tries < 2; tries++)
            {
                try
                {
                    await new IntakeScanner(bench.Ports.Store, bench.Ports.Journal, bench.Client, bench.Clock).ScanAsync(default);
                }
                catch (InvalidProgramException) when (store!.Crashed)
                {
                }
            }
            Assert.Equal([JournalKinds.PolicyChanged], await bench.KindsAsync());
            Assert.Equal([SignalKind.PolicyChanged], bench.Client.Kinds);
            if (!store!.Crashed) return;
        }
        Assert.Fail("A scan writes without end.");
    }

    private Task<ScanResult> ScanAsync() => new IntakeScanner(_bench.Ports.Store, _bench.Ports.Journal, _bench.Client, _bench.Clock).ScanAsync(default);
}
