using System.Collections.Immutable;

namespace Homeostat.Loop.Tests.Observe;

public class CollectorPlanTests
{
    private const string Folder = "modelDataCollector/credit/blue/";

    private static readonly DateTimeOffset s_three = new(2026, 1, 31, 15, 0, 0, TimeSpan.Zero);

    private static readonly CollectorOptions s_options = new();

    [Fact]
    public void Path_IsReadFromItsEnd()
    {
        Assert.True(CollectorPath.TryParse("data/root/credit/blue/model_inputs/2026/01/31/15/ef48be000004.jsonl", out var path));
        Assert.Equal(new CollectorPath("credit", "blue", "model_inputs", s_three, "ef48be000004") { Root = "data/root" }, path);
        Evidence.Same(path, Evidence.Back(path));
    }

    [Theory]
    [InlineData("credit/blue/model_inputs/2026/01/31/a.jsonl")]
    [InlineData("credit/blue/model_inputs/2026/13/31/15/a.jsonl")]
    [InlineData("credit/blue/model_inputs/2026/01/31/24/a.jsonl")]
    [InlineData("credit/blue/model_inputs/2026/01/31/15/a.csv")]
    [InlineData("credit/blue/model_inputs/2026/01/31/15/.jsonl")]
    [InlineData("credit//model_inputs/2026/01/31/15/a.jsonl")]
    [InlineData("/blue/model_inputs/2026/01/31/15/a.jsonl")]
    public void Path_OfAnotherForm_IsNone(string name) => Assert.False(CollectorPath.TryParse(name, out _));

    [Theory]
    [InlineData(59, false)]
    [InlineData(74, false)]
    [InlineData(75, true)]
    [InlineData(7 * 24 * 60 + 60, true)]
    [InlineData(7 * 24 * 60 + 61, false)]
    public void Hour_IsDueAfterItsGraceAndBeforeTheHorizon(int minutes, bool due) =>
        Assert.Equal(due ? 1 : 0, Next([Blob("model_inputs", 15, 100)], CollectorState.Empty, minutes).Length);

    [Fact]
    public void Hour_WithSeveralFilesAndCollections_IsOneBatch_OldestHourFirst()
    {
        var due = Next(
            [Blob("model_outputs", 15, 50), Blob("model_inputs", 15, 100, "b"), Blob("model_inputs", 15, 90), Blob("model_inputs", 14, 10), Blob("model_inputs", 15, 0, "empty"), new("other.txt", "1", 5, s_three)],
            CollectorState.Empty, 80);
        Assert.Equal([s_three.AddHours(-1), s_three], due.Select(batch => batch.Hour));
        Assert.Equal(["model_inputs:90", "model_inputs:100", "model_outputs:50"], due[1].Parts.Select(part => $"{part.Collection}:{part.To}"));
    }

    [Fact]
    public void Deployments_OfOneEndpoint_AreApart()
    {
        var green = Blob("model_inputs", 15, 10) with { Name = Blob("model_inputs", 15, 10).Name.Replace("blue", "green", StringComparison.Ordinal) };
        Assert.Equal(["blue", "green"], Next([green, Blob("model_inputs", 15, 10)], CollectorState.Empty, 80).Select(batch => batch.Deployment));
    }

    [Fact]
    public void TakenHour_IsNotTakenAgain_AndLateLinesMakeASupplement()
    {
        var blob = Blob("model_inputs", 15, 100);
        var first = Assert.Single(Next([blob], CollectorState.Empty, 80));
        var state = Advance(first, 90);
        Assert.Empty(Next([blob], state, 81));

        var grown = blob with { Length = 150, ETag = "2", ModifiedAt = s_three.AddMinutes(85) };
        Assert.Empty(Next([grown], state, 90));
        var late = Assert.Single(Next([grown], state, 100));
        Assert.Equal((1, 90L, 150L), (late.Supplement, late.Parts[0].From, late.Parts[0].To));
        Assert.NotEqual(first.Id, late.Id);
        Assert.Contains("late1", late.Id, StringComparison.Ordinal);
        Assert.Equal(2, CollectorPlan.Advance(state, late, [150], s_three.AddMinutes(100), s_options).Closed[late.Folder]);
    }

    [Fact]
    public void CutLastLine_IsLeftForTheNextTime_AndDoesNotSpin()
    {
        var blob = Blob("model_inputs", 15, 100);
        var state = Advance(Assert.Single(Next([blob], CollectorState.Empty, 80)), 0);
        Assert.Empty(Next([blob], state, 200));
        Assert.Equal(0, Assert.Single(Next([blob with { Length = 120, ETag = "2" }], state, 200)).Parts[0].From);
    }

    [Fact]
    public void Blob_WrittenAnewAndShorter_IsReadFromItsStartAndTold()
    {
        var blob = Blob("model_inputs", 15, 100);
        var state = Advance(Assert.Single(Next([blob], CollectorState.Empty, 80)), 100);
        var batch = Assert.Single(Next([blob with { Length = 40, ETag = "2" }], state, 200));
        Assert.Equal(0, batch.Parts[0].From);
        Assert.Contains("written anew", Assert.Single(batch.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void State_ForgetsHoursBeyondTheHorizon()
    {
        var state = Advance(Assert.Single(Next([Blob("model_inputs", 15, 100)], CollectorState.Empty, 80)), 100);
        var later = s_three.AddDays(9);
        var batch = Assert.Single(CollectorPlan.Next([Blob("model_inputs", 15, 100) with { Name = $"{Folder}model_inputs/2026/02/09/13/a.jsonl" }], state, later, s_options));
        var next = CollectorPlan.Advance(state, batch, [100], later, s_options);
        Assert.Equal(batch.Parts[0].Name, Assert.Single(next.Watermarks).Key);
        Assert.Equal(batch.Folder, Assert.Single(next.Closed).Key);
    }

    [Fact]
    public void SameLines_GiveTheSameId_WhicheverOrderTheyAreListedIn()
    {
        BlobEntry[] listing = [Blob("model_inputs", 15, 100), Blob("model_outputs", 15, 50), Blob("model_inputs", 15, 70, "b")];
        Assert.Equal(Next(listing, CollectorState.Empty, 80)[0].Id, Next([.. listing.Reverse()], CollectorState.Empty, 300)[0].Id);
    }

    [Fact]
    public void BatchAndState_ComeBackFromTheJournal()
    {
        var batch = Assert.Single(Next([Blob("model_inputs", 15, 100)], CollectorState.Empty, 80));
        Assert.Equal(batch.Id, Evidence.Back(batch).Id);
        Assert.Empty(Next([Blob("model_inputs", 15, 100)], Evidence.Back(Advance(batch, 100)), 80));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{}", 0)]
    [InlineData("{}\n", 3)]
    [InlineData("{}\n{\"a\"", 3)]
    public void WholeLines_EndBehindTheLastLineFeed(string text, int expected) =>
        Assert.Equal(expected, CollectorPlan.WholeLines(System.Text.Encoding.UTF8.GetBytes(text)));

    private static ImmutableArray<CollectorBatch> Next(BlobEntry[] listing, CollectorState state, int minutes) =>
        CollectorPlan.Next(listing, state, s_three.AddMinutes(minutes), s_options);

    private static CollectorState Advance(CollectorBatch batch, params long[] taken) =>
        CollectorPlan.Advance(CollectorState.Empty, batch, [.. taken], s_three.AddMinutes(80), s_options);

    private static BlobEntry Blob(string collection, int hour, long length, string instance = "a") =>
        new($"{Folder}{collection}/2026/01/31/{hour}/{instance}.jsonl", "1", length, s_three);
}
