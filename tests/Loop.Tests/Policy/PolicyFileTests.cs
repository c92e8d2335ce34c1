using System.Text;
using System.Text.Json.Nodes;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public sealed class PolicyFileTests
{
    private const string Everything = """
        {
          // Comments and trailing commas are allowed.
          "$schema": "../schemas/policy.schema.json", "model": "m-1_x", "endpoint": "e-1", "description": "What for.",
          "schema": { "columns": { "y": { "type": "boolean", "role": "label" }, "a/b": { "type": null } }, "missing": ["", "?"] },
          "roles": { "answer": "prediction", "a/b": "feature" },
          "triggers": { "schedule": "0 3 * * mon", "drift": false, "performance": false, "newLabels": 900, "manual": false },
          "judge": {
            "signals": { "psi": { "threshold": 0.3 }, "hellinger": { "threshold": 0.4 }, "missingRate": { "threshold": null } }, "significance": 0.02,
            "windows": [{ "batches": 5 }, { "span": "7d" }], "breaches": { "needed": 3, "among": 5 }, "cooldown": "1h30m",
            "performance": { "metric": "rocAuc", "margin": 0.03, "minimumRows": 300, "confidence": 0.95, "window": "P2W" },
          },
          "quality": { "minimumRows": 100, "maximumRagged": 0.02, "unitChanges": false, "schemaBreaks": false, "columns": {
            "dist": { "required": false, "maximumMissing": 0.1, "maximumTypeErrors": null, "minimum": -1.5, "maximum": 1e4, "minimumMean": 1, "maximumMean": 2,
              "allowed": ["a", "b"], "maximumOutside": 0.05 } } },
          "retrain": { "job": { "command": "python t.py", "code": "c", "environment": "e", "compute": "cpu", "instanceType": "t", "instanceCount": 2,
                                "servingEnvironment": "f", "servingCode": "d", "servingScript": "s.py",
                                "autoscale": { "by": "latency", "minimum": 2, "maximum": 7, "above": 200, "below": 50 } },
            "window": "60d", "holdout": 0.25, "cooldown": "0s", "minimumNewLabels": 0, "timeLimit": "PT0.5S", "mode": "warmStart", "searchTrials": 1, "attempts": 5, "retryDelay": "1m" },
          "gates": { "metric": "f1", "minimumRows": null, "nonInferiorityMargin": 0.02, "confidence": 0.9, "floor": 0.7, "suspiciouslyGood": null, "suspiciouslySmall": 0.01, "worstSliceMargin": 0.1,
            "sliceRows": 50, "calibrationMargin": 0.1, "latencyRatio": 2, "latencySlack": 5, "maximumErrors": 0.1, "maximumFlips": 0.2, "maximumArtifactBytes": 1e6 },
          "rollout": { "strategy": "shadow", "steps": [{ "mirror": 10, "minimumTime": "1h" }, { "weight": 100, "minimumRequests": 5, "maximumTime": "1d" }],
            "step": { "minimumRequests": 7, "minimumTime": "5m", "maximumTime": "2h", "interval": "30s", "errorMargin": 0.02, "latencyRatio": 3, "latencySlack": 5, "labelMargin": 0.03, "predictionDistance": null, "alpha": 0.05 },
            "splitKey": null },
          "bake": { "time": "2d", "interval": "10m" },
          "governor": { "budgetPerMonth": 100.10, "costPerHour": 2.5, "approvalAbove": 0.0001, "approvePromotion": true, "approvalTime": "3d", "failedChallengers": 4 },
          "labels": { "maximumConflicts": 0.1, "maximumUnknown": 0.9, "earlyTime": "2d" }, "collector": { "root": "collected", "payloads": true, "grace": "20m", "horizon": "3d" },
          "triage": { "promotionWindow": "2h", "errorMargin": 0.1, "latencyRatio": 3, "stillShare": 0.2, "lossMargin": 0.05 },
          "health": { "maximumSilence": "36h", "silenceFactor": 4, "volumeFactor": null, "minimumBatches": 7 },
          "fallback": { "deployment": "blue", "modelVersion": "3", "failureRate": 0.1, "minimumRequests": 50 },
        }
        """;

    [Fact]
    public void TwoNames_AreAWholePolicy()
    {
        var reading = Policies.Read("""{ "model": "flights", "endpoint": "flights", "roles": { "late": "label", "answer": "prediction" } }""");
        Assert.Empty(reading.Problems);
        Assert.Equal(
            Text(new ModelPolicy
            {
                Model = "flights", Endpoint = "flights",
                Schema = new SchemaOverrides { Columns = [new("late", null, ColumnRole.Label), new("answer", null, ColumnRole.Prediction)] },
            }),
            Text(reading.Policy!));
    }

    [Fact]
    public void EveryMember_IsRead()
    {
        var reading = Policies.Read(Everything);
        Assert.Empty(reading.Problems);
        var policy = reading.Policy!;
        Assert.Equal(["y Boolean Label", "a/b  Feature", "answer  Prediction"], policy.Schema.Columns.Select(c => $"{c.Name} {c.Type} {c.Role}"));
        Assert.Equal(["", "?"], policy.Schema.MissingTokens!.Value.AsEnumerable());
        Assert.Equal(new TriggerOptions { Schedule = "0 3 * * mon", Drift = false, Performance = false, NewLabels = 900, Manual = false }, policy.Triggers);
        Assert.Equal(new DriftOptions { Psi = 0.3, Hellinger = 0.4, MissingRate = null, Alpha = 0.02 }, policy.Judge.Drift);
        Assert.Equal([new WindowOptions { Batches = 5 }, new WindowOptions { Span = TimeSpan.FromDays(7) }], policy.Judge.Windows.AsEnumerable());
        Assert.Equal((3, 5, TimeSpan.FromMinutes(90)), (policy.Judge.BreachesNeeded, policy.Judge.BreachesAmong, policy.Judge.Cooldown));
        Assert.Equal(
            new PerformanceOptions { Metric = PerformanceMetric.RocAuc, Margin = 0.03, MinimumRows = 300, Confidence = 0.95, Window = TimeSpan.FromDays(14) }, policy.Judge.Performance);
        var rule = Assert.Single(policy.Quality.Columns);
        Assert.Equal(["a", "b"], rule.Allowed!.Value.AsEnumerable());
        Assert.Equal(
            new ColumnRule("dist")
            {
                Required = false, MaximumMissing = 0.1, MaximumTypeErrors = null, Minimum = -1.5, Maximum = 10_000, MinimumMean = 1, MaximumMean = 2, MaximumOutside = 0.05,
                Allowed = rule.Allowed,
            }, rule);
        Assert.Equal(TimeSpan.FromMilliseconds(500), policy.Retrain.TimeLimit);
        Assert.Equal(1_000_000, policy.Gates.MaximumArtifactBytes);
        Assert.Equal(100.10m, policy.Governor.BudgetPerMonth);
        Assert.Equal([new RolloutStep { Mirror = 10, MinimumTime = TimeSpan.FromHours(1) }, new RolloutStep { Weight = 100, MinimumRequests = 5, MaximumTime = TimeSpan.FromDays(1) }],
            policy.Rollout.Steps.AsEnumerable());
        Assert.Equal(new FallbackOptions { Deployment = "blue", ModelVersion = "3", FailureRate = 0.1, MinimumRequests = 50 }, policy.Fallback);
    }

    /// <summary>A member that is read but not written, or that ends up in another one's place, shows here: every value above differs from its default.</summary>
    [Fact]
    public void WrittenPolicy_ReadsTheSame()
    {
        var policy = Policies.Read(Everything).Policy!;
        byte[] written = PolicyFile.Write(policy);
        var again = PolicyFile.Parse(written, "written");
        Assert.Equal(Encoding.UTF8.GetString(written), Text(again));
        var defaults = JsonNode.Parse(PolicyFile.Write(Policies.Flights))!;
        string[] untold =
        [
            "/judge/signals/jensenShannon/threshold", "/judge/signals/wasserstein/threshold", "/judge/signals/kolmogorovSmirnov/threshold",
            "/judge/signals/typeErrorRate/threshold", "/judge/signals/unseenRate/threshold", "/judge/signals/outOfRangeRate/threshold",
            "/retrain/searchTrials", "/rollout/splitKey",
        ];
        Assert.Equal(untold, Same(JsonNode.Parse(written), defaults, "").Where(pointer => !pointer.StartsWith("/schema", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryProperty_HasAMember()
    {
        var described = new HashSet<string>();
        PolicySchema.Generate(id => described.Add(id) ? "" : "");
        Type[] sections =
        [
            typeof(ModelPolicy), typeof(TriggerOptions), typeof(JudgeOptions), typeof(DriftOptions), typeof(WindowOptions), typeof(PerformanceOptions), typeof(QualityOptions),
            typeof(ColumnRule), typeof(RetrainOptions), typeof(TrainingJobOptions), typeof(GateOptions), typeof(RolloutOptions), typeof(RolloutStep), typeof(StepOptions),
            typeof(BakeOptions), typeof(GovernorOptions), typeof(FallbackOptions),
            typeof(LabelOptions), typeof(CollectorOptions), typeof(TriageOptions), typeof(HealthOptions),
        ];
        var properties = sections.SelectMany(type => type.GetProperties().Where(property => property.SetMethod is not null).Select(property => $"P:{type.FullName}.{property.Name}"));
        Assert.Equal(["P:Homeostat.Loop.ColumnRule.Column"], properties.Except(described)); // the key in the file
    }

    [Fact]
    public void SchemaSection_ReadsLikeASchemaFile()
    {
        const string Schema = """{ "columns": { "a": { "type": "integer" }, "b": { "role": "ignored" }, "y": { "type": "timestamp", "role": "label" }, "p": { "role": "prediction" } }, "missing": ["-"] }""";
        var alone = SchemaOverrides.Parse(Encoding.UTF8.GetBytes(Schema), "schema.json");
        var within = Policies.Read($$"""{ "model": "m", "endpoint": "end", "schema": {{Schema}} }""").Policy!.Schema;
        Assert.Equal(alone.Columns.AsEnumerable(), within.Columns.AsEnumerable());
        Assert.Equal(alone.MissingTokens!.Value.AsEnumerable(), within.MissingTokens!.Value.AsEnumerable());
    }

    [Fact]
    public void EveryError_IsToldAtOnceWithItsPlace()
    {
        var reading = Policies.Read("""
            {
              "modle": "x", "endpoint": "-x", "roles": { "late": "lable", "x": 3 }, "triggers": { "schedule": "61 * * * *", "drift": "yes" },
              "judge": { "windows": [{ "batches": 3, "span": "1d" }, {}, { "span": 60 }], "breaches": { "needed": 4 } },
              "retrain": { "mode": "warm-start", "holdout": 1, "searchTrials": 1.5 },
              "rollout": { "strategy": "shadwo", "steps": [{ "weight": 50 }, { "weight": 20 }], "step": { "minimumTime": "7h" } },
            }
            """);
        Assert.Null(reading.Policy);
        string[] expected =
        [
            "Error: /modle is not known, did you mean 'model'?",
            "Error: /endpoint is \"-x\", expected a name of 3 to 32 letters, digits and '-', a letter first and no '-' last",
            "Error: /roles/late is \"lable\", expected feature, prediction, score, label, id, time, weight or ignored, did you mean 'label'?",
            "Error: /roles/x is 3, expected feature, prediction, score, label, id, time, weight or ignored",
            "Error: /triggers/drift is \"yes\", expected true or false",
            "Error: /judge/windows/2/span is 60, expected a duration above zero of at most 3,650 days, as in \"10m\", \"24h\", \"7d\" or \"PT10M\", or null for a number of batches; which unit is meant? \"60s\" are seconds",
            "Error: /retrain/holdout is 1, expected a number between 0 and 1",
            "Error: /retrain/mode is \"warm-start\", expected full or warmStart, did you mean 'warmStart'?",
            "Error: /retrain/searchTrials is 1.5, expected a whole number from 1 to 1,000",
            "Error: /rollout/strategy is \"shadwo\", expected canary, shadow, linear, blueGreen or abTest, did you mean 'shadow'?",
            "Error: /model is missing, expected the name of the model",
            "Error: /triggers/schedule is \"61 * * * *\", which has \"61\" as its minute, which cannot be read; expected 0 to 59, *, ranges a-b, steps */n or lists a,b",
            "Error: /judge/breaches/needed is 4, but /judge/breaches/among is 3: so many never fail",
            "Error: /rollout/steps/1/weight is 20, but /rollout/steps/0/weight is 50; each step must give more",
            "Error: /rollout/steps/1/weight is 20, expected 100: the rollout would never end; add { \"weight\": 100 } as the last step",
            "Error: /rollout/step/minimumTime is \"PT7H\", longer than /rollout/step/maximumTime, which is \"PT6H\"",
        ];
        Assert.Equal(expected, Policies.Texts(reading).Where(text => text.StartsWith("Error", StringComparison.Ordinal)));
    }

    [Fact]
    public void Exception_CountsTheErrorsAndNamesTheFile()
    {
        var refusal = Assert.Throws<BadInputException>(() => PolicyFile.Parse("""{ "model": "" }"""u8, "flights.json"));
        Assert.Equal(ErrorCodes.PolicyInvalid, refusal.Code);
        Assert.StartsWith("The policy 'flights.json' has 2 errors: /model is \"\", expected a name", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void RoleSaidTwice_MustAgree()
    {
        const string Text = """{ "model": "m", "endpoint": "end", "schema": { "columns": { "y": { "role": "ROLE" } } }, "roles": { "y": "label" } }""";
        Assert.NotNull(Policies.Read(Text.Replace("ROLE", "label", StringComparison.Ordinal)).Policy);
        Assert.Contains("Error: /roles/y is \"label\", but /schema/columns/y/role is \"feature\"; say it in one place",
            Policies.Texts(Policies.Read(Text.Replace("ROLE", "feature", StringComparison.Ordinal))));
    }

    /// <summary>Whatever the bytes, a reading comes back: a policy, or errors with places.</summary>
    [Fact]
    public void DamagedFile_IsReadOrRefused()
    {
        const string Marks = "{}[]:,\"0a-\\\u00ff";
        byte[] whole = Encoding.UTF8.GetBytes(Everything);
        var random = new Random(20_260_101);
        for (int i = 0; i < 3_000; i++)
        {
            byte[] damaged = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--) damaged[random.Next(damaged.Length)] = (byte)Marks[random.Next(Marks.Length)];
            if (random.Next(4) == 0) damaged = damaged[..random.Next(damaged.Length)];
            var reading = PolicyFile.Read(damaged);
            Assert.Equal(reading.Policy is null, reading.Problems.Any(problem => problem.Severity == PolicySeverity.Error));
            if (reading.Policy is { } policy) Assert.NotEmpty(PolicyExplainer.Explain(policy));
        }
    }

    private static string Text(ModelPolicy policy) => Encoding.UTF8.GetString(PolicyFile.Write(policy));

    private static IEnumerable<string> Same(JsonNode? one, JsonNode? other, string pointer) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.SelectMany(member => Same(member.Value, b[member.Key], $"{pointer}/{member.Key}")),
        _ => JsonNode.DeepEquals(one, other) ? [pointer] : [],
    };
}
