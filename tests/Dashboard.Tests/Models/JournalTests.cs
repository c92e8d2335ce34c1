using System.Globalization;
using Homeostat.Dashboard.Tests.Support;

namespace Homeostat.Dashboard.Tests.Models;

public sealed class JournalTests
{
    [Theory]
    [InlineData("", "0 1 2 3 4 5 6", null)]
    [InlineData("limit=3", "0 1 2", "after=2&limit=3")]
    [InlineData("after=2&limit=3", "3 4 5", "after=5&limit=3")]
    [InlineData("after=5&limit=3", "6", null)]
    [InlineData("after=6", "", null)]
    [InlineData("after=999", "", null)]
    [InlineData("order=newest&limit=3", "6 5 4", "after=4&limit=3&order=newest")]
    [InlineData("order=newest&limit=3&after=4", "3 2 1", "after=1&limit=3&order=newest")]
    [InlineData("order=newest&limit=3&after=1", "0", null)]
    [InlineData("order=newest&after=0", "", null)]
    [InlineData("order=newest&limit=500&after=999", "6 5 4 3 2 1 0", null)]
    [InlineData("limit=1&evidence=false", "0", "after=0&limit=1&evidence=false")]
    public async Task Page_IsWhatWasAskedFor(string query, string expected, string? next)
    {
        var desk = new Desk();
        for (int i = 0; i < 7; i++) await desk.Note("paused", i.ToString(CultureInfo.InvariantCulture), new { i });
        var reply = await desk.Get("ReadJournal", [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => (part.Split('=')[0], part.Split('=')[1]))]);
        var records = reply.Json.GetProperty("records").EnumerateArray().ToList();
        Assert.Equal(expected, string.Join(' ', records.Select(record => record.GetProperty("sequence").GetInt64())));
        Assert.Equal(next is null ? "" : $"/api/models/flights/journal?{next}", reply["next"] ?? "");
        Assert.Equal("7", reply["length"]);
        Assert.All(records, record => Assert.Equal(!query.Contains("evidence=false", StringComparison.Ordinal), record.TryGetProperty("evidence", out _)));
    }

    [Fact]
    public async Task Record_HasASentence_WithItsEvidenceOrWithout()
    {
        var desk = new Desk();
        await desk.Note("judged", "Batch b1: age moved. It is told with a window. And more", new { batch = "b1" });
        foreach (string evidence in (string[])["true", "false"])
            Assert.Equal("Batch b1: age moved.", (await desk.Get("ReadJournal", ("evidence", evidence))).Json.GetProperty("records")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Page_OfAnEmptyJournal_IsEmpty() => Assert.Equal("[]", (await new Desk().Get("ReadJournal", ("order", "newest")))["records"]);

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "501")]
    [InlineData("limit", "many")]
    [InlineData("after", "-1")]
    [InlineData("after", "99999999999999999999")]
    [InlineData("order", "sideways")]
    [InlineData("evidence", "some")]
    public async Task Query_ThatCannotBeRead_IsRefused(string name, string value) => (await new Desk().Get("ReadJournal", (name, value))).IsProblem(400, "HS3012", $"{name}='{value}'");
}
