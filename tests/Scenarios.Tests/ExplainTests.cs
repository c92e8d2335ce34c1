using System.Globalization;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests;

/// <summary>Real journals, told to somebody who was woken by them.</summary>
public sealed class ExplainTests
{
    private static readonly Lazy<Task<DataWorld>> s_data = new(DataAsync);

    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Journal_TellsThePhaseThatTheControllerIsIn(string name)
    {
        var outcome = await Library.Calm(name);
        var fold = JournalFold.Of(outcome.Journal);
        Assert.Equal((outcome.End.Phase, outcome.End.Paused), (fold.Phase, fold.Paused is not null));
        Assert.Equal(outcome.End.Waiting is not null, fold.Waiting is not null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryRecordAndIncident_IsToldInWholeSentences(string name)
    {
        var store = await StoreOf((await Library.Calm(name)).Journal);
        var explainer = new JournalExplainer(store);
        if (await explainer.StandingAsync("flights", default) is { } standing) IsReadable(standing);
        foreach (var record in (await Library.Calm(name)).Journal)
        {
            var told = (await explainer.ExplainAsync("flights", record.Sequence.ToString(CultureInfo.InvariantCulture), default))!;
            IsReadable(told);
            Assert.StartsWith($"Record {record.Sequence} of flights: {record.Kind}, ", told.Title, StringComparison.Ordinal);
            var replay = await JournalReplay.CheckAsync(record, store, default);
            string again = replay.End switch
            {
                ReplayEnd.Same => "the decision is the same, to the last digit",
                ReplayEnd.Unavailable => $"Record {record.Sequence} ({record.Kind}) was made from ",
                _ => "nothing to decide again",
            };
            Assert.Contains(again, Part(told, "Decided again"), StringComparison.Ordinal);
        }
        foreach (var incident in await explainer.IncidentsAsync("flights", default)) IsReadable((await explainer.ExplainAsync("flights", incident.Id, default))!);
    }

    [Theory]
    [InlineData("Bake_BreachRollsBack", "flights is steady: nothing is under way", "Asked for by a breach: Take back: 30 % of the challenger's 1,800 requests failed", "The next batch is judged when it comes.")]
    [InlineData("ForeignEdit_Baking_TheLastStraw_Escalates", "flights is escalated: a person must look", "challenger-rejected  The new champion no longer gets any traffic: somebody took it back by hand.", "then resume the loop, or roll back by hand")]
    [InlineData("ByHand_WhilePaused", "flights is steady: nothing is under way, and paused", "The loop only watches: ada paused the loop", "Nothing by itself, until somebody resumes the loop")]
    [InlineData("Approval_NotAskedFor_ChangesNothing", "flights is waiting for a person's approval", "approval-asked", "homeostat approve flights 1-cost. No answer is a no.")]
    [InlineData("Breaker_FallbackVersionNeverReady_Escalates", "flights is escalated: a person must look", "12 % of the requests of the last minute failed", "Nothing starts by itself.")]
    [InlineData("DeploymentFails", "flights is steady: nothing is under way", "challenger-rejected  The deployment flights-v2-1 failed: no quota.", "The next batch")]
    [InlineData("LimitLowered_NextDriftEscalates", "flights is escalated: a person must look", "Cause: three of the last five batches drifted", "resume the loop")]
    public async Task Standing_SaysWhereWhyAndWhatNext(string name, string title, string why, string next)
    {
        var told = (await new JournalExplainer(await StoreOf((await Library.Calm(name)).Journal)).StandingAsync("flights", default))!;
        Assert.Equal(title, told.Title);
        Assert.Contains(why, Text(told), StringComparison.Ordinal);
        Assert.Contains(next, Part(told, "What comes next"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bake_BreachRollsBack", "step-judged", "Fail by errors/1: 30 % of the challenger's 1,800 requests failed", "(observed 0.3, threshold 0.01, n 1,800 and 86,400)", "The challenger: 1,800 requests, 540 failed, 95 % within 40 ms.")]
    [InlineData("GateFailed_ChallengerIsDeleted", "gates-judged", "accuracy 0.6 against 0.85", "Fail by non-inferiority/1", "threshold -0.01, n 400 and 400")]
    [InlineData("CostApproval_Expired", "approval-answered", "Nobody answered until 2026-03-03 08:00 UTC, so it counts as a no.", "The question 1-cost was:", "nothing to decide again")]
    [InlineData("BudgetSpent_NoRetraining", "retrain-decided", "Asked for because of", "of the month's budget are left", "budget/1")]
    [InlineData("DeploymentNeverReady", "challenger-rejected", "was given up while evaluating, in remediation 1", "Its deployment read pending", "1 challenger in a row that failed; at 3 a person is called")]
    [InlineData("ForeignEdit_Steady_IsAdopted", "foreign-edit", "The loop left traffic at blue 100 %; it read", "fights nobody's edit", "to the last digit")]
    [InlineData("ByHand_ToTheChampionBefore", "rolled-back", "Asked for by a person, to blue: ada: complaints.", "Decided to shift by rollback/1", "Proved with a scoring probe: blue answered late in 12 ms.")]
    [InlineData("JobFailsThreeTimes_Escalates", "job-ended", "Fail by retry/1 (attempt 3 of 3)", "It cost 0.00.", "to the last digit")]
    public async Task LastRecordOfAKind_IsToldWithItsNumbers(string name, string kind, params string[] words)
    {
        var journal = (await Library.Calm(name)).Journal;
        var explainer = new JournalExplainer(await StoreOf(journal));
        string text = Text((await explainer.ExplainAsync("flights", journal.Last(record => record.Kind == kind).Id, default))!);
        foreach (string expected in words) Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DriftedBatch_ByTheNameOfItsFile_IsToldFromTheColumnsToTheRetraining()
    {
        var world = await s_data.Value;
        var told = (await new JournalExplainer(world.Store).ExplainAsync("flights", "c.csv", default))!;
        IsReadable(told);
        Assert.Contains(": triaged, ", told.Title, StringComparison.Ordinal);
        Assert.Contains("The rule covariate-shift/1 names the cause: covariate shift; what is done about it: retrain.", Part(told, "Why"), StringComparison.Ordinal);
        Assert.Contains("Confirmed by breach/1 (observed 2, threshold 2, n 3).", Part(told, "Why"), StringComparison.Ordinal);
        Assert.Equal(2, Part(told, "What came before").Split("judged  Batch ").Length - 1); // b's, which failed first, and its own
        Assert.Contains("retrain-decided  Start, asked for because of covariate shift: 'wind' drifted", Part(told, "What followed"), StringComparison.Ordinal);
        Assert.Contains("the same, to the last digit", Part(told, "Decided again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CauseThatMustWait_IsToldWithTheDecisionItWaitsFor_AndTheOtherWayRound()
    {
        await using var world = await DataWorld.OpenAsync();
        await world.DropAsync("batches/flights/a.csv", new FlightRows(800, 4) { Wind = 8 }.Csv());
        await world.DropAsync("batches/flights/b.csv", new FlightRows(800, 5) { Wind = 8 }.Csv());
        var explainer = new JournalExplainer(world.Store);
        Assert.Contains("retrain-decided  Wait, asked for because of covariate shift", Part((await explainer.ExplainAsync("flights", "b.csv", default))!, "What followed"), StringComparison.Ordinal);
        var last = (await world.RecordsAsync())[^1];
        Assert.Contains($"{last.Sequence - 1}  ", Part((await explainer.ExplainAsync("flights", last.Id, default))!, "What came before"), StringComparison.Ordinal);
        var standing = (await explainer.StandingAsync("flights", default))!;
        Assert.Contains("A retraining waits: 0 of the 500 newly labelled rows", Text(standing), StringComparison.Ordinal);
        Assert.Contains("when more labels come", Part(standing, "What comes next"), StringComparison.Ordinal);
        Assert.Contains("judged  Batch b-", Part(standing, "What its data said last"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JudgedBatch_IsToldWithObservedThresholdNumberAndRule_AndItsWindow()
    {
        var world = await s_data.Value;
        var record = (await world.RecordsAsync()).Last(it => it.Kind == JournalKinds.Judged);
        var told = (await new JournalExplainer(world.Store).ExplainAsync("flights", record.Id, default))!;
        IsReadable(told);
        string why = Part(told, "Why");
        Assert.Matches(@"Fail by psi/1 on 'wind': .+ \(observed [0-9.]+, threshold 0\.2, n 800 against 4,000, p [^ ]+ against [^ ]+\)", why);
        Assert.Matches(@"The last 24 h \(3 batches, 3,100 rows\): .+ by window/1 \(n 3,100 rows\)\.", why);
        Assert.Contains("the same, to the last digit", Part(told, "Decided again"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.csv", "It was refused before it was read (rule intake/1): 0 bytes, the model has a policy.")]
    [InlineData("batches/flights/miles.csv", "Fail by ", "on 'distance'", "(observed ", "n 800")]
    [InlineData("labels/flights/a.csv", "Pass by labels/1.", "1,500 of 1,500 predictions have a label", "1,500 predictions have a label now and had none before")]
    [InlineData("incident-{retrain-decided}", "Why it began", "'wind' drifted, batch after batch", "  triaged  ")]
    public async Task Event_IsFoundByWhatPeopleCallIt(string name, params string[] words)
    {
        var world = await s_data.Value;
        long retrain = (await world.RecordsAsync()).Single(record => record.Kind == JournalKinds.RetrainDecided).Sequence;
        var told = await new JournalExplainer(world.Store).ExplainAsync("flights", name.Replace("{retrain-decided}", $"{retrain}", StringComparison.Ordinal), default);
        IsReadable(told!);
        foreach (string expected in words) Assert.Contains(expected, Text(told!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody.csv")]
    [InlineData("999999")]
    [InlineData("incident-999999")]
    [InlineData("-1")]
    public async Task WhatTheJournalDoesNotHave_IsNotMadeUp(string name) =>
        Assert.Null(await new JournalExplainer((await s_data.Value).Store).ExplainAsync("flights", name, default));

    [Fact]
    public async Task ModelWithoutAJournal_HasNoStanding() => Assert.Null(await new JournalExplainer((await s_data.Value).Store).StandingAsync("trains", default));

    [Fact]
    public async Task EvidenceOfAnotherVersion_IsSaidToBe_AndHidesNothingElse()
    {
        var store = new InMemoryBlobStore(TimeProvider.System);
        var evidence = System.Text.Json.JsonDocument.Parse("""{ "decision": 3, "verdict": [] }""").RootElement;
        string[] kinds = [.. typeof(JournalKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(kind => kind != JournalKinds.Continued)];
        foreach (string kind in kinds) await new BlobJournal(store).AppendAsync(new JournalEntry("flights", World.Start, $"controller/{kind}", kind, $"A {kind}.", evidence), default);
        var explainer = new JournalExplainer(store);
        for (int i = 0; i < kinds.Length; i++)
            Assert.Contains($"A {kinds[i]}.", Text((await explainer.ExplainAsync("flights", $"{i}", default))!), StringComparison.Ordinal);
        Assert.NotNull(await explainer.StandingAsync("flights", default));
    }

    private static async Task<DataWorld> DataAsync()
    {
        var world = await DataWorld.OpenAsync();
        await world.DropAsync("batches/flights/empty.csv", "");
        await world.DropAsync("batches/flights/miles.csv", new FlightRows(800, 2) { Unit = 1 / 1.609344 }.Csv());
        await world.DropAsync("batches/flights/a.csv", new FlightRows(1500, 3).Csv());
        await world.DropAsync("labels/flights/a.csv", new FlightRows(1500, 3).Labels());
        await world.DropAsync("batches/flights/b.csv", new FlightRows(800, 4) { Wind = 8 }.Csv());
        await world.DropAsync("batches/flights/c.csv", new FlightRows(800, 5) { Wind = 8 }.Csv());
        return world;
    }

    private static async Task<InMemoryBlobStore> StoreOf(IEnumerable<JournalRecord> journal)
    {
        var store = new InMemoryBlobStore(TimeProvider.System);
        var copy = new BlobJournal(store);
        foreach (var it in journal.Where(record => record.Kind != JournalKinds.Continued))
            await copy.AppendAsync(new JournalEntry(World.Model, it.At, it.Id, it.Kind, it.Summary, it.Evidence), default);
        return store;
    }

    /// <summary>Nothing empty, nothing doubled, no end of a sentence missing, no trace of code.</summary>
    private static void IsReadable(Explanation told)
    {
        string dump = Environment.GetEnvironmentVariable("EXPLAINED_TO") ?? "";
        if (dump.Length > 0) File.AppendAllText(dump, $"### {told.Title}\n{Text(told)}\n");
        Assert.NotEmpty(told.Title);
        foreach (var (title, lines) in told.Parts)
        {
            Assert.NotEmpty(lines);
            Assert.DoesNotMatch(@"\.$", title);
            foreach (string line in lines)
            {
                Assert.Matches(@"^[\p{Lu}\p{Ll}0-9'.].*[.?!…)]$", line);
                Assert.DoesNotMatch(@"[^.]\.\. |[^.]\.\.$| [,;:]|,,|\{|\}|\(\)|null|System\.|  $", line);
            }
        }
    }

    private static string Text(Explanation told) => string.Join('\n', told.Parts.SelectMany(part => part.Lines.Prepend(part.Title)));

    private static string Part(Explanation told, string title) => string.Join('\n', told.Parts.Single(part => part.Title == title).Lines);
}
