using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Watching;

public sealed class WatchingTests
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task Health_Ready()
    {
        var reply = await _desk.Get("Health");
        Assert.Equal((200, """{"live":true,"ready":true,"reasons":[],"warnings":[]}"""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Health_WhenOrchestrationsCannotBeReached_IsNotReadyAndSaysWhy()
    {
        _desk.Controller.Broken = new IOException("the log is full");
        var reply = await _desk.Get("Health");
        Assert.Equal((503, "True", "False"), (reply.Status, reply["live"], reply["ready"]));
        Assert.Contains("the log is full", reply["reasons"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_FailedController_IsAWarning()
    {
        _desk.Controller.Status = OrchestrationStatus.Failed;
        var reply = await _desk.Get("Health");
        Assert.Equal(200, reply.Status);
        Assert.Contains("is watched by nobody", reply["warnings"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_AreCountedFromTheJournal()
    {
        foreach (string kind in (string[])["judged", "judged", "batch-quarantined", "rolled-back"]) await _desk.Note(kind, Guid.NewGuid().ToString());
        var lines = (await _desk.Get("Metrics")).Text.Split('\n');
        Assert.Contains("homeostat_batches_judged_total{model=\"flights\"} 2", lines);
        Assert.Contains("homeostat_batches_quarantined_total{model=\"flights\"} 1", lines);
        Assert.Contains("homeostat_rollbacks_total{model=\"flights\"} 1", lines);
        Assert.Contains("homeostat_journal_records_total{model=\"flights\"} 4", lines);
        Assert.Contains("homeostat_phase{model=\"flights\",phase=\"steady\"} 1", lines);
        Assert.Contains("homeostat_phase{model=\"flights\",phase=\"rollingBack\"} 0", lines);
        Assert.Contains("homeostat_phase_seconds{model=\"flights\"} 600", lines);
        Assert.Contains("homeostat_controller_up{model=\"flights\"} 1", lines);
        await _desk.Note("judged", "one more");
        Assert.Contains("homeostat_batches_judged_total{model=\"flights\"} 3", (await _desk.Get("Metrics")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_AreOfTheFormat()
    {
        string[] lines = (await _desk.Get("Metrics")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string family = "";
        foreach (string line in lines)
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) family = line.Split(' ')[2];
            else if (!line.StartsWith('#')) Assert.Matches($$"""^{{family}}(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[0-9.E+]+$""", line);
        }
    }

    [Theory]
    [InlineData("a\"b", "a\\\"b")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("a\nb", "a\\nb")]
    public void Metrics_LabelsAreEscaped(string value, string expected)
    {
        var text = new MetricsText();
        text.Sample("x", 1, ("model", value));
        Assert.Equal($"x{{model=\"{expected}\"}} 1\n", System.Text.Encoding.UTF8.GetString(text.ToBytes()));
    }
}
