using System.Text;
using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Models;

public sealed class ModelTests
{
    [Fact]
    public async Task Model_ShowsItsController()
    {
        var desk = new Desk();
        await desk.Note("batch-accepted", "1", new { rows = 100 });
        await desk.Note("judged", "Batch b1: age moved", new { batch = "b1", drift = new { verdict = "fail" } });
        await desk.Note("paused", "x");
        desk.Write("reports/flights/b1.html", "<p/>");
        var reply = await desk.Get("ShowModel");
        Assert.Equal(200, reply.Status);
        Assert.Equal(("flights", "steady", "{\"green\":100}"), (reply["model"], reply["phase"], reply["traffic"]));
        Assert.Equal("green", reply.Json.GetProperty("champion").GetProperty("deployment").GetString());
        var verdict = reply.Json.GetProperty("lastVerdict");
        Assert.Equal(("b1", "fail", "/api/models/flights/reports/b1", 1), (verdict.GetProperty("batch").GetString(), verdict.GetProperty("verdict").GetString(), verdict.GetProperty("report").GetString(), verdict.GetProperty("record").GetInt32()));
        Assert.Equal("inconclusive", reply.Json.GetProperty("health").GetProperty("verdict").GetString());
        Assert.Equal("running", reply.Json.GetProperty("controller").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Rollout_ShowsItsStepByThePolicyItBeganWith()
    {
        var desk = new Desk();
        string policy = """{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" }, "rollout": { "strategy": "linear" } }""";
        var remediation = new Remediation(3, new RetrainRequest(RetrainCause.ConceptDrift, Desk.Start, "why"), new PolicySnapshot(policy, "hash"))
        {
            Challenger = "red", ChallengerVersion = "3", Step = 1, StepStarted = Desk.Start, Question = new ApprovalQuestion("3-cost", ApprovalSubject.Cost, Desk.Start, "May it?"),
        };
        desk.Controller.State = desk.Controller.State! with { Phase = Phase.RollingOut, Remediation = remediation };
        var reply = await desk.Get("ShowModel");
        var rollout = reply.Json.GetProperty("rollout");
        Assert.Equal((2, 10, 20), (rollout.GetProperty("step").GetInt32(), rollout.GetProperty("of").GetInt32(), rollout.GetProperty("weight").GetInt32()));
        Assert.Equal("10 % 20 % 30 %", string.Join(' ', rollout.GetProperty("steps").EnumerateArray().Take(3)));
        Assert.StartsWith("Goes on to 30 %", rollout.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Equal("/api/models/flights/approvals/3-cost", reply.Json.GetProperty("question").GetProperty("address").GetString());
        Assert.Equal("conceptDrift", reply.Json.GetProperty("remediation").GetProperty("cause").GetString());
    }

    [Fact]
    public async Task Escalation_AndWhatIsWrong_AreShown()
    {
        var desk = new Desk();
        var state = desk.Controller.State!;
        desk.Controller.State = state with
        {
            Phase = Phase.Escalated, Escalation = new Escalation(Desk.Start, "Three failed.", "Are the labels right?"), Alerts = state.Alerts.Add("silence", "No batch came."),
        };
        var reply = await desk.Get("ShowModel");
        Assert.Equal("Are the labels right?", reply.Json.GetProperty("escalation").GetProperty("question").GetString());
        Assert.Equal(("[\"No batch came.\"]", "escalated: a person must look"), (reply["alerts"], reply["phaseText"]));
    }

    [Theory]
    [InlineData("ShowModel")]
    [InlineData("ReadJournal")]
    [InlineData("ReadReport")]
    public async Task Reading_UnknownModel_SaysWhichThereAre(string route) =>
        (await new Desk().Get(route, ("m", "../flights"), ("batch", "b"))).IsProblem(404, "HS3001", "there is flights");

    [Theory]
    [InlineData("Pause")]
    [InlineData("Retrain")]
    [InlineData("Answer")]
    [InlineData("RollBack")]
    public async Task Acting_OnAnUnknownModel_IsNotFound(string route) =>
        (await new Desk().Post(route, route == "Answer" ? """{"by":"ada","approve":true}""" : """{"by":"ada","reason":"x"}""", ("m", "trains"), ("id", "1"))).IsProblem(404, "HS3001", "'trains'");

    [Fact]
    public async Task List_HasModelsWithoutAController_AndHidesNoneBehindADamagedJournal()
    {
        var desk = new Desk();
        desk.Write("policies/trains.json", """{ "model": "trains", "endpoint": "trains", "roles": { "late": "label" } }""");
        desk.Write("policies/broken.json", "{");
        await desk.Note("paused", "x");
        var month = (await desk.Store.ReadAsync("journal/flights/2026-03.jsonl", default))!;
        await desk.Store.WriteAsync("journal/flights/2026-03.jsonl", Encoding.UTF8.GetBytes("no record\n" + Encoding.UTF8.GetString(month.Content.Span)), WriteCondition.Always, default);
        var models = (await desk.Get("ListModels")).Json.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(["broken", "flights", "trains"], models.Select(model => model.GetProperty("model").GetString()));
        Assert.Equal(["missing", "running", "missing"], models.Select(model => model.GetProperty("controller").GetProperty("status").GetString()));
        (await desk.Get("ShowModel")).IsProblem(503, "HS3013", "--verify");
    }

    [Fact]
    public async Task Report_IsServedLockedUp()
    {
        var desk = new Desk();
        desk.Write("reports/flights/b1.html", "<p>report</p>");
        var reply = await desk.Get("ReadReport", ("batch", "b1"));
        Assert.Equal((200, "<p>report</p>", "text/html; charset=utf-8"), (reply.Status, reply.Text, reply.Headers.ContentType.ToString()));
        Assert.Contains("sandbox", reply.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b2")]
    [InlineData("../../policies/flights.json")]
    [InlineData("b1.html")]
    public async Task Report_Unknown_IsNotFound(string batch) => (await new Desk().Get("ReadReport", ("batch", batch))).IsProblem(404, "HS3011", "quarantine");
}
