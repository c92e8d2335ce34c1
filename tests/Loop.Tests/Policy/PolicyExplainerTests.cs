namespace Homeostat.Loop.Tests;

public sealed class PolicyExplainerTests
{
    [Fact]
    public void Defaults_AreToldWithTheirNumbers()
    {
        string text = Explained("");
        string[] expected =
        [
            "This policy keeps the model flights, which the endpoint flights serves.",
            "'late' is the label and 'answer' is the prediction",
            "its population stability index (PSI) exceeds 0.2; its Jensen-Shannon distance exceeds 0.1;",
            "Two failed batches among the last three confirm it; then the same signal does not confirm again for 24 hours.",
            "By itself nothing starts within 12 hours of the last retraining, or before 500 rows were newly labelled",
            "The built-in trainer trains from nothing on rows of the last 30 days; the latest 20 % of them are kept from it",
            "submitted up to three times, 30 seconds before the second and twice as long before each further one",
            "an hour of them becomes a batch 15 minutes after its end; hours older than 7 days are let be",
            "contradicts itself on over 5 % of its ids goes to quarantine; that over 50 % of them belong to no prediction is told",
            "It is told when no batch comes for 3 times as long as usual. So is a batch with more than 5 times the usual rows",
            "For 24 hours after a promotion, a change that the inputs do not explain is held against it. The inputs count as unmoved while at most 10 % of the features drifted.",
            "its failed requests rose by over 5 percentage points, or its 95th percentile of latency is over 2 times what it was. A shift whose estimated loss of performance is at most 0.02 is watched only.",
            "Nobody is asked for approval. After three rejected challengers in a row a person is called",
            "be no more than 1 percentage point (for numbers: 1 % of the champion's) worse in accuracy",
            "fail no request; answer at most 50 % of the rows otherwise than the champion; and be no larger than 1 GiB",
            "It gets 5 %, 25 %, 50 % and 100 % of the traffic, step by step.",
            "Each step takes at least 10 minutes and 100 answered requests, and at most 6 hours (in all at least 40 minutes and at most 24 hours).",
            "Every minute it is looked at",
            "Any breach sends all traffic back to the champion at once",
            "For 24 hours after the last step the old deployment stays warm",
            "When over 5 % of a minute's requests fail, and there were at least 20 of them, all traffic goes to an earlier champion",
        ];
        foreach (string words in expected) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"triggers\": { \"schedule\": \"30 3 * * mon,thu\" }", "the clock, every Monday and Thursday at 03:30 UTC")]
    [InlineData("\"triggers\": { \"schedule\": \"0 3 * * *\" }", "the clock, every day at 03:00 UTC")]
    [InlineData("\"triggers\": { \"schedule\": \"0 3 1 * *\" }", "the clock, on day 1 of every month at 03:00 UTC")]
    [InlineData("\"triggers\": { \"schedule\": \"0 3 13 * 5\" }", "the clock, at the times of the cron schedule \"0 3 13 * 5\", UTC")]
    [InlineData("\"triggers\": { \"schedule\": \"0 3 * 1 *\" }", "the clock, at the times of the cron schedule \"0 3 * 1 *\", UTC")]
    [InlineData("\"triggers\": { \"drift\": false, \"performance\": false, \"manual\": false }", "Every trigger is off: the loop watches and tells, and never retrains.")]
    [InlineData("\"triggers\": { \"drift\": false }", "Drift alone is told, but starts none.")]
    [InlineData("\"judge\": { \"breaches\": { \"needed\": 1, \"among\": 1 }, \"cooldown\": \"0s\" }", "One failed batch confirms it.")]
    [InlineData("\"judge\": { \"breaches\": { \"needed\": 3, \"among\": 3 } }", "Three failed batches in a row confirm it")]
    [InlineData("\"judge\": { \"windows\": [{ \"batches\": 10 }, { \"span\": \"7d\" }] }", "the last ten batches and what came in the last 7 days are each judged as a whole")]
    [InlineData("\"schema\": { \"columns\": { \"late\": { \"type\": \"boolean\" } } }", "be no more than 1 percentage point worse in accuracy, with 95 % confidence")]
    [InlineData("\"gates\": { \"metric\": \"rootMeanSquaredError\" }", "be no more than 1 % of the champion's worse in the root mean squared error")]
    [InlineData("\"retrain\": { \"job\": { \"autoscale\": { \"by\": \"cpu\", \"maximum\": 5 } } }", "One to five machines serve it: one more above 70 % of the processors, one fewer below 28.")]
    [InlineData("\"governor\": { \"costPerHour\": 3, \"budgetPerMonth\": 100, \"approvalAbove\": 5 }", "One retraining costs 6.00 at most (2 hours at 3.00 an hour); no more than 100.00 are spent in a calendar month.")]
    [InlineData("\"governor\": { \"costPerHour\": 3, \"approvalAbove\": 5, \"approvePromotion\": true }", "A person must approve before it starts, as that is above 5.00, and after its gates, before it sees traffic; no answer within 24 hours is a no.")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\" }", "First 20 % of the requests are mirrored to it, and nobody gets its answers; then it gets 5 %, 25 %, 50 % and 100 %")]
    [InlineData("\"rollout\": { \"strategy\": \"blueGreen\" }", "It gets 100 % of the traffic at once. That step takes at least 10 minutes and 100 answered requests, and at most 6 hours.")]
    [InlineData("\"rollout\": { \"strategy\": \"abTest\", \"splitKey\": \"customer\" }", "The value of 'customer' decides who gets it, the same value always the same; whoever calls the endpoint must ask by it")]
    [InlineData("\"rollout\": { \"steps\": [{ \"weight\": 10, \"minimumTime\": \"1h\" }, { \"weight\": 100 }] }", "At 10 % a step takes at least 1 hour and 100 answered requests, and at most 6 hours; at 100 % a step takes at least 10 minutes")]
    [InlineData("\"health\": { \"maximumSilence\": \"36h\", \"volumeFactor\": null }", "It is told when no batch comes for 36 hours.\n")]
    [InlineData("\"triage\": { \"promotionWindow\": \"0s\" }", "No change is held against a promotion.")]
    [InlineData("\"collector\": { \"grace\": \"0s\" }", "an hour of them becomes a batch as soon as it is over; hours older")]
    [InlineData("\"bake\": { \"time\": \"0s\" }", "After its last step it is the champion at once")]
    [InlineData("\"fallback\": { \"deployment\": \"blue\", \"modelVersion\": \"3\" }", "all traffic goes to the deployment blue; when that is not there, to an earlier champion that is still warm; when that is not there, to version 3 of the model")]
    [InlineData("\"quality\": { \"columns\": { \"d\": { \"required\": false, \"minimum\": 0, \"maximumOutside\": 0.001, \"allowed\": [\"a\", \"b\"] } } }",
        "the column 'd' may be absent, but where it is there must have at most 1 % of another type, values of at least 0 (but for 0.1 % of them) and no values but 'a' and 'b' (but for 0.1 % of them)")]
    public void Member_ChangesTheWords(string members, string words) => Assert.Contains(words, Explained(members), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void SignalsAndGatesThatAreOff_AreLeftOut()
    {
        string signals = string.Join(", ", ((string[])["psi", "jensenShannon", "wasserstein", "missingRate", "typeErrorRate", "unseenRate"]).Select(name => $"\"{name}\": {{ \"threshold\": null }}"));
        string gates = string.Join(", ", ((string[])["minimumRows", "nonInferiorityMargin", "suspiciouslyGood", "worstSliceMargin", "calibrationMargin", "latencyRatio", "maximumErrors", "maximumFlips", "maximumArtifactBytes"]).Select(name => $"\"{name}\": null"));
        string text = Explained($"\"judge\": {{ \"signals\": {{ {signals} }} }}, \"gates\": {{ {gates} }}");
        Assert.Contains("Every signal is off: a column has drifted only when it is gone.", text, StringComparison.Ordinal);
        Assert.Contains("Every gate is off: any challenger sees traffic.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PSI", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutALabel_ThatIsWhatIsSaid() => Assert.Contains("Without labels performance is not judged, nothing is retrained",
        Text(Policies.Read("""{ "model": "m", "endpoint": "end" }""").Policy!), StringComparison.Ordinal);

    [Theory]
    [InlineData("minimal")]
    [InlineData("flights")]
    [InlineData("shadow-approval")]
    public void Sample_IsValidAndExplained(string name)
    {
        var reading = PolicyFile.Read(File.ReadAllBytes(Path.Combine(Tree.Root, "samples", "policies", name + ".json")));
        Assert.Empty(reading.Problems);
        foreach (var (title, text) in PolicyExplainer.Explain(reading.Policy!))
        {
            Assert.NotEmpty(title);
            Assert.Matches(@"^[A-Z'].*[.]$", text);
            Assert.DoesNotMatch(@"  | [,.;]|[.;,]{2}|\{|\}", text);
        }
    }

    private static string Explained(string members) => Text(Policies.With(members.Length == 0 ? "\"bake\": {}" : members).Policy!);

    private static string Text(ModelPolicy policy) => string.Join('\n', PolicyExplainer.Explain(policy).Select(part => part.Text));
}
