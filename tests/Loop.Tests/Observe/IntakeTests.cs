namespace Homeostat.Loop.Tests.Observe;

public class IntakeTests
{
    [Fact]
    public void BatchId_OfSamePathAndContent_IsTheSame_WhateverTheETagIsWrappedIn()
    {
        string id = BatchId.Of("batches/flights/2026-01-31.csv.gz", "0x8D");
        Assert.Matches("^2026-01-31-[0-9a-f]{16}$", id);
        Assert.Equal(id, BatchId.Of("batches/flights/2026-01-31.csv.gz", "\"0x8D\""));
        Assert.Equal(id, BatchId.Of("batches/flights/2026-01-31.csv.gz", "W/\"0x8D\""));
        Assert.NotEqual(id, BatchId.Of("batches/flights/2026-01-31.csv.gz", "0x8E"));
        Assert.NotEqual(id, BatchId.Of("batches/other/2026-01-31.csv.gz", "0x8D"));
    }

    [Theory]
    [InlineData("batches/m/a b&c\u00fc?.csv", "a-b-c")]
    [InlineData("batches/m/....csv", "csv")]
    [InlineData("x", "x")]
    [InlineData("batches/m/...", "")]
    [InlineData("batches/m/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.csv", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void BatchId_IsSafeInAddresses(string path, string stem)
    {
        string id = BatchId.Of(path, "1");
        Assert.Matches("^[A-Za-z0-9_-]{16,57}$", id);
        Assert.Equal(stem.Length == 0 ? 16 : stem.Length + 17, id.Length);
        Assert.StartsWith(stem, id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("batches/m/a.csv", 10, true, false, IntakeAction.Take, Verdict.Pass)]
    [InlineData("batches/m/sub/a.csv", 10, true, false, IntakeAction.Take, Verdict.Pass)]
    [InlineData("batches/m/a.csv", 10, true, true, IntakeAction.Skip, Verdict.Inconclusive)]
    [InlineData("batches/m/a.csv", 10, false, false, IntakeAction.Quarantine, Verdict.Fail)]
    [InlineData("batches/m/a.csv", 10, false, true, IntakeAction.Skip, Verdict.Inconclusive)]
    [InlineData("batches/m/a.csv", 0, true, false, IntakeAction.Quarantine, Verdict.Fail)]
    [InlineData("batches/a.csv", 10, true, false, IntakeAction.Quarantine, Verdict.Fail)]
    [InlineData("batches/m/_SUCCESS", 0, true, false, IntakeAction.Ignore, Verdict.Inconclusive)]
    [InlineData("batches/m/a.csv.part", 10, true, false, IntakeAction.Ignore, Verdict.Inconclusive)]
    [InlineData("batches/m/", 0, true, false, IntakeAction.Ignore, Verdict.Inconclusive)]
    public void Intake_ByNameAndWhatIsKnown(string path, long length, bool hasPolicy, bool isKnown, IntakeAction action, Verdict verdict)
    {
        var request = new IntakeRequest(path, "1", length) { HasPolicy = hasPolicy, IsKnown = isKnown };
        var judged = IntakePolicy.Judge(request);
        Assert.Equal((action, verdict), (judged.Action, judged.Verdict));
        Assert.Equal(action == IntakeAction.Ignore, judged.Batch is null);
        Evidence.Same(Evidence.Back(judged), IntakePolicy.Judge(Evidence.Back(request)));
    }
}
