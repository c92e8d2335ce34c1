using Homeostat.Loop.Tests.Data;
using Homeostat.Loop.Tests.Monitor;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.RollOut;

/// <summary>What the step judge and the bake see of two deployments.</summary>
public class WindowTests
{
    private readonly MonitorBench _bench = new();

    [Fact]
    public async Task Answers_AreCountedByDeployment_SinceTheWindowBegan()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 50);
        _bench.Collect("blue", MonitorBench.Start.AddMinutes(20), 50, 100);
        _bench.Collect("green", MonitorBench.Start.AddMinutes(20), 50, 40, _ => "1");
        var (blue, green) = (await ReadAsync("blue", 10, 30), await ReadAsync("green", 10, 30));
        Assert.Equal([50, 50], blue.Answers.Where(count => count > 0));
        Assert.Equal([40], green.Answers.Where(count => count > 0));
        Assert.Equal(blue.Answers.Length, green.Answers.Length);
        Assert.True(blue.Answers[green.Answers.IndexOf(40)] == 50, "the same answer is in another group");
    }

    [Theory]
    [InlineData(true, 40)]
    [InlineData(false, 0)]
    public async Task Answers_AreReadFromResponses_WhereThePolicySaysSo(bool asked, long expected)
    {
        var bench = new MonitorBench { Payloads = true };
        bench.Collect("green", MonitorBench.Start.AddMinutes(20), 0, 40);
        string failed = """{"specversion":"1.0","type":"azureml.inference.response","time":"2026-03-02T06:20:00Z","data":""";
        bench.Append("modelDataCollector/flights-endpoint/green/response/2026/03/02/06/b.jsonl",
            failed + """{"error":{"code":"BadRows"}},"correlationid":"r90"}""" + "\n" + failed + "\"upstream failed\",\"correlationid\":\"r91\"}\n");
        var window = await ReadAsync(bench, Query("green", 10, 30) with { Payloads = asked });
        Assert.Equal(expected, window.Answers.Sum());
    }

    [Fact]
    public async Task NextLook_ReadsWhatCameSince_AndOverTheHour()
    {
        CountingBlobStore? counting = null;
        var bench = new MonitorBench(inner => counting ??= new CountingBlobStore(inner));
        bench.Collect("green", MonitorBench.Start.AddMinutes(50), 0, 2000);
        Assert.Equal(2000, (await ReadAsync(bench, Query("green", 40, 55))).Answers.Sum());
        bench.Collect("green", MonitorBench.Start.AddMinutes(59), 2000, 10);
        bench.Collect("green", MonitorBench.Start.AddMinutes(65), 2010, 10);
        bench.Append("modelDataCollector/flights-endpoint/green/model_outputs/2026/03/02/07/a.jsonl", """{"specversion":"1.0","type":"az""");
        await bench.Ports.Store.WriteAsync("x", default, WriteCondition.Always, default);
        counting!.Reset();
        Assert.Equal(2020, (await ReadAsync(bench, Query("green", 40, 66))).Answers.Sum());
        Assert.True(counting.BytesRead < 100_000, $"{counting.BytesRead} bytes were read for 20 rows");
        Assert.Equal(2020, (await ReadAsync(bench, Query("green", 40, 67))).Answers.Sum());
    }

    [Fact]
    public async Task Labels_OfAnswersInTheWindow_AreCounted_AndWrongOnesAmongThem()
    {
        for (int hour = 0; hour < 2; hour++) _bench.Collect("green", MonitorBench.Start.AddHours(hour), 100 * hour, 100);
        await ThroughAsync(TimeSpan.FromHours(3));
        // Answers are 0 and 1 in turn: a label of 1 says that every second is wrong.
        _bench.Write("labels/flights/l.csv", "id,late\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"f{i},{(i < 150 ? 1 : i % 2)}\n")));
        await LabelsAsync("labels/flights/l.csv");
        Assert.Equal((200, 75), Truth(await ReadAsync("green", 0, 180)));
        Assert.Equal((100, 25), Truth(await ReadAsync("green", 60, 180)));
        Assert.Equal((0, 0), Truth(await ReadAsync("blue", 0, 180)));
        Assert.Equal((200, 75), Truth(await ReadAsync("green", 0, 181)));
    }

    [Fact]
    public async Task MirroredRequests_AreComparedOneByOne()
    {
        _bench.Collect("blue", MonitorBench.Start, 0, 5000);
        _bench.Collect("green", MonitorBench.Start, 1000, 4000, i => i % 4 == 0 ? "1" : (i % 2).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var window = await ReadAsync(_bench, Query("green", 0, 10) with { PairedWith = "blue" });
        Assert.InRange(window.Paired, 1000, 2048);
        Assert.InRange((double)window.Flips / window.Paired, 0.2, 0.3);
        Assert.Equal(0, (await ReadAsync("green", 1, 10)).Paired);
    }

    [Fact]
    public async Task Promotion_InTheMidst_LeavesTheGroupsAsTheyWere()
    {
        _bench.Models.Versions["2"] = new ModelVersion("flights", "2", 1000) { Fingerprint = new FlightRows(500, 9) { Wind = 30 }.Fingerprint() };
        await new References(_bench.Ports).ReadAsync(PolicyFile.Parse(System.Text.Encoding.UTF8.GetBytes(FlightRows.Policy), "p"), default);
        _bench.Collect("blue", MonitorBench.Start.AddMinutes(1), 0, 100);
        var before = await ReadAsync("blue", 0, 10);
        await new PromoteActivity(_bench.Ports).RunAsync(new PromotionInput("flights", "2", MonitorBench.Start.AddMinutes(10)), default);
        Assert.Equal(before.Answers.AsEnumerable(), (await ReadAsync("blue", 0, 11)).Answers);
    }

    [Fact]
    public async Task DamagedLines_AreNoAnswers_AndNothingIsCollectedIsNone()
    {
        _bench.Append("modelDataCollector/flights-endpoint/green/model_outputs/2026/03/02/06/a.jsonl", """{"specversion":"1.0","type":"azureml.inference.model_outputs","data":[{"a":1},}""" + "\n");
        Assert.True((await ReadAsync("green", 0, 10)).Answers.All(count => count == 0));
        Assert.True((await ReadAsync("blue", 0, 10)).Answers.All(count => count == 0));
    }

    [Theory]
    [InlineData(100, 20, Verdict.Pass)]
    [InlineData(100, 60, Verdict.Inconclusive)]
    [InlineData(1000, 600, Verdict.Fail)]
    [InlineData(0, 0, Verdict.Pass)]
    public void Pairs_FailOnlyBeyondChance(long paired, long flips, Verdict expected)
    {
        var observation = new StepObservation(new RolloutStep { Mirror = 20 }, MonitorBench.Start, MonitorBench.Start.AddHours(1))
        {
            MaximumFlips = 0.5, Challenger = new StepWindow { Paired = paired, Flips = flips },
        };
        Assert.Equal(expected, PairRule.Judge(observation, 0.01).Verdict);
    }

    [Fact]
    public void Sample_KeepsTheSameRows_HoweverTheyCome()
    {
        (ulong, ulong)[] rows = [.. Enumerable.Range(0, 10_000).Select(i => (AnswerSample.HashOf($"r{i}"), (ulong)(i % 3)))];
        var inOrder = new AnswerSample().With(rows);
        var inParts = rows.Reverse().Chunk(700).Aggregate(new AnswerSample(), (sample, chunk) => sample.With(chunk));
        Assert.Equal(inOrder.Answers, inParts.Answers);
        Assert.Equal((2048, 0), inOrder.Compare(inParts));
    }

    private static (long, long) Truth(StepWindow window) => (window.Labelled, window.Wrong);

    private static WindowQuery Query(string deployment, int from, int to) =>
        new("flights", "flights-endpoint", deployment, MonitorBench.Start.AddMinutes(from), MonitorBench.Start.AddMinutes(to)) { ChampionVersion = "1" };

    private Task<StepWindow> ReadAsync(string deployment, int from, int to) => ReadAsync(_bench, Query(deployment, from, to));

    private static Task<StepWindow> ReadAsync(MonitorBench bench, WindowQuery query) =>
        new DirectContext(new TaskRegistry().AddData(bench.Ports), bench.Clock.Now).CallActivityAsync<StepWindow>(ActivityNames.ReadWindow, query);

    /// <summary>Time passes, and the hours that were collected are taken all the way.</summary>
    private async Task ThroughAsync(TimeSpan time)
    {
        await _bench.TickAsync(time);
        foreach (var (_, _, input) in _bench.Client.Started)
            Assert.True((await new BatchOrchestrator().RunAsync(new DirectContext(new TaskRegistry().AddData(_bench.Ports), _bench.Clock.Now), (BatchArrival)input!)).Accepted);
    }

    private async Task LabelsAsync(string blob)
    {
        var arrival = new LabelArrival("flights", blob, (await _bench.Store.FindAsync(blob, default))!.ETag, _bench.Clock.Now);
        await new LabelsOrchestrator().RunAsync(new DirectContext(new TaskRegistry().AddData(_bench.Ports), _bench.Clock.Now), arrival);
    }
}
