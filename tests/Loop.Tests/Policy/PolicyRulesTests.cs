using System.Collections.Immutable;

namespace Homeostat.Loop.Tests;

/// <summary>What must hold between members: one line a rule, with the place that is told.</summary>
public sealed class PolicyRulesTests
{
    [Theory]
    [InlineData("\"triggers\": { \"schedule\": \"0 0 30 2 *\" }", "/triggers/schedule is \"0 0 30 2 *\", which names a day that no year has")]
    [InlineData("\"judge\": { \"breaches\": { \"needed\": 3, \"among\": 2 } }", "/judge/breaches/needed is 3, but /judge/breaches/among is 2")]
    [InlineData("\"judge\": { \"breaches\": { \"needed\": 0 } }", "/judge/breaches/needed is 0, expected a whole number from 1 to 1,000")]
    [InlineData("\"judge\": { \"windows\": [{}] }", "/judge/windows/0 gives neither of batches and span")]
    [InlineData("\"judge\": { \"windows\": [{ \"batches\": 2, \"span\": \"1h\" }] }", "/judge/windows/0 gives both of batches and span")]
    [InlineData("\"judge\": { \"performance\": { \"confidence\": 0.4 } }", "/judge/performance/confidence is 0.4, expected a number of at least 0.5 and below 1")]
    [InlineData("\"quality\": { \"columns\": { \"a/b\": { \"minimum\": 2, \"maximum\": 1 } } }", "/quality/columns/a~1b/minimum is 2, above maximum, which is 1")]
    [InlineData("\"quality\": { \"columns\": { \"a\": { \"minimumMean\": 2, \"maximumMean\": 1 } } }", "/quality/columns/a/minimumMean is 2, above maximumMean, which is 1")]
    [InlineData("\"quality\": { \"columns\": { \"a\": { \"minimumMean\": 2, \"maximum\": 1 } } }", "/quality/columns/a/minimumMean is 2, above maximum, which is 1")]
    [InlineData("\"quality\": { \"columns\": { \"a\": { \"allowed\": [] } } }", "/quality/columns/a/allowed is empty")]
    [InlineData("\"quality\": { \"columns\": { \"a\": { \"allowed\": [1] } } }", "/quality/columns/a/allowed/0 is 1, expected a text")]
    [InlineData("\"retrain\": { \"window\": \"0s\" }", "/retrain/window is \"0s\", expected a duration above zero")]
    [InlineData("\"retrain\": { \"window\": \"3651d\" }", "/retrain/window is \"3651d\", expected a duration above zero of at most 3,650 days")]
    [InlineData("\"retrain\": { \"job\": { \"autoscale\": { \"by\": \"latency\" } } }", "/retrain/job/autoscale/above is missing: how many milliseconds")]
    [InlineData("\"retrain\": { \"job\": { \"autoscale\": { \"by\": \"cpu\", \"above\": 100 } } }", "/retrain/job/autoscale/above is 100 percent, which processors never go beyond")]
    [InlineData("\"retrain\": { \"job\": { \"autoscale\": { \"by\": \"cpu\", \"below\": 70 } } }", "/retrain/job/autoscale/below is 70, not less than above, which is 70")]
    [InlineData("\"retrain\": { \"job\": { \"autoscale\": { \"minimum\": 4 } } }", "/retrain/job/autoscale/minimum is 4, more than its maximum, which is 3")]
    [InlineData("\"gates\": { \"metric\": \"accuracy\", \"floor\": 1.1 }", "/gates/floor is 1.1, but accuracy is never above 1")]
    [InlineData("\"gates\": { \"metric\": \"rocAuc\", \"floor\": 0.995 }", "/gates/floor is 0.995, but better than 0.995 is taken for a leak")]
    [InlineData("\"rollout\": { \"splitKey\": \"id\" }", "/rollout/splitKey is given, but the strategy is \"canary\"")]
    [InlineData("\"rollout\": { \"steps\": [{ \"weight\": 10, \"mirror\": 10 }, { \"weight\": 100 }], \"strategy\": \"shadow\" }", "/rollout/steps/0 has both a weight (10) and a mirror (10)")]
    [InlineData("\"rollout\": { \"steps\": [{}, { \"weight\": 100 }] }", "/rollout/steps/0 gives no traffic")]
    [InlineData("\"rollout\": { \"steps\": [{ \"mirror\": 10 }, { \"weight\": 100 }] }", "/rollout/steps/0/mirror is 10, but the strategy is \"canary\"")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\", \"steps\": [{ \"mirror\": 51 }, { \"weight\": 100 }] }", "/rollout/steps/0/mirror is 51, expected a whole number from 0 to 50")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\", \"steps\": [{ \"weight\": 10 }, { \"mirror\": 10 }, { \"weight\": 100 }] }", "/rollout/steps/1/mirror is 10, but /rollout/steps/0 has live traffic")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\", \"steps\": [{ \"mirror\": 10 }, { \"mirror\": 10 }, { \"weight\": 100 }] }", "/rollout/steps/1/mirror is 10, but /rollout/steps/0/mirror is 10")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\", \"steps\": [{ \"mirror\": 10 }] }", "/rollout/steps/0/weight is 0, expected 100")]
    [InlineData("\"rollout\": { \"steps\": [{ \"weight\": 50 }, { \"weight\": 50 }, { \"weight\": 100 }] }", "/rollout/steps/1/weight is 50, but /rollout/steps/0/weight is 50")]
    [InlineData("\"rollout\": { \"steps\": [{ \"weight\": 99 }] }", "/rollout/steps/0/weight is 99, expected 100")]
    [InlineData("\"rollout\": { \"strategy\": \"blueGreen\", \"steps\": [{ \"weight\": 50 }, { \"weight\": 100 }] }", "/rollout/steps has 2 steps up to 100 %, but \"blueGreen\" gives 100 % at once")]
    [InlineData("\"rollout\": { \"step\": { \"minimumTime\": \"7h\" } }", "/rollout/step/minimumTime is \"PT7H\", longer than /rollout/step/maximumTime, which is \"PT6H\"")]
    [InlineData("\"rollout\": { \"step\": { \"interval\": \"7h\" } }", "/rollout/step/interval is \"PT7H\", longer than /rollout/step/maximumTime")]
    [InlineData("\"rollout\": { \"steps\": [{ \"weight\": 100, \"minimumTime\": \"7h\" }] }", "/rollout/steps/0/minimumTime is \"PT7H\", longer than /rollout/step/maximumTime, which is \"PT6H\"")]
    [InlineData("\"rollout\": { \"steps\": [{ \"weight\": 100, \"maximumTime\": \"5m\" }] }", "/rollout/steps/0/maximumTime is \"PT5M\", shorter than /rollout/step/minimumTime, which is \"PT10M\"")]
    [InlineData("\"labels\": { \"maximumConflicts\": 1.5 }", "/labels/maximumConflicts is 1.5, expected a number from 0 to 1")]
    [InlineData("\"collector\": { \"horizon\": \"15m\" }", "/collector/grace is \"PT15M\", not shorter than /collector/horizon, which is \"PT15M\"")]
    [InlineData("\"triage\": { \"latencyRatio\": 0 }", "/triage/latencyRatio is 0, expected a number above 0")]
    [InlineData("\"triage\": { \"stillShare\": -0.1 }", "/triage/stillShare is -0.1, expected a number from 0 to 1")]
    [InlineData("\"health\": { \"volumeFactor\": 1 }", "/health/volumeFactor is 1, expected a number above 1, or null for off")]
    [InlineData("\"health\": { \"minimumBatches\": 1 }", "/health/minimumBatches is 1, expected a whole number from 2 to 1,000")]
    [InlineData("\"health\": { \"maximumSilence\": \"0s\" }", "/health/maximumSilence is \"0s\", expected a duration above zero of at most 3,650 days, as in \"10m\", \"24h\", \"7d\" or \"PT10M\", or null for what is usual")]
    [InlineData("\"bake\": { \"time\": \"1m\" }", "/bake/interval is \"PT5M\", longer than /bake/time, which is \"PT1M\"")]
    [InlineData("\"fallback\": { \"deployment\": \"Green-\" }", "/fallback/deployment is \"Green-\", expected a name of 3 to 32 letters")]
    [InlineData("\"fallback\": { \"failureRate\": 0 }", "/fallback/failureRate is 0, expected a number above 0 and at most 1")]
    [InlineData("\"governor\": { \"approvalAbove\": -1 }", "/governor/approvalAbove is -1, expected a number that is not negative, or null for never")]
    [InlineData("\"governor\": { \"failedChallengers\": null }", "/governor/failedChallengers is null, expected a whole number from 1 to 100")]
    public void Error_RefusesThePolicy(string members, string words)
    {
        var reading = Policies.With(members);
        Assert.Null(reading.Policy);
        var error = Assert.Single(reading.Problems, problem => problem.Severity == PolicySeverity.Error);
        Assert.StartsWith(words, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"triggers\": { \"drift\": false, \"performance\": false, \"manual\": false }", "/triggers has every trigger off")]
    [InlineData("\"triggers\": { \"newLabels\": 100 }", "/triggers/newLabels is 100, but /retrain/minimumNewLabels lets none start with fewer than 500")]
    [InlineData("\"judge\": { \"windows\": [{ \"batches\": 2 }, { \"batches\": 2 }] }", "/judge/windows/1 is the same as /judge/windows/0")]
    [InlineData("\"schema\": { \"columns\": { \"x\": { \"type\": \"text\" } } }, \"quality\": { \"columns\": { \"x\": { \"maximum\": 1 } } }", "/quality/columns/x limits numbers, but /schema/columns says the column is text")]
    [InlineData("\"quality\": { \"columns\": { \"x\": { \"allowed\": [\"a\", \"a\"] } } }", "/quality/columns/x/allowed/1 is \"a\" again")]
    [InlineData("\"retrain\": { \"job\": { \"command\": \"python train.py\" } }", "/retrain/job gives a command without an environment")]
    [InlineData("\"retrain\": { \"job\": { \"code\": \"c\" } }", "/retrain/job/code is given without a command")]
    [InlineData("\"retrain\": { \"job\": { \"instanceCount\": 4, \"autoscale\": { \"by\": \"cpu\" } } }", "/retrain/job/autoscale is between 1 and 3 machines, but /retrain/job/instanceCount is 4")]
    [InlineData("\"governor\": { \"budgetPerMonth\": 10 }", "/governor/budgetPerMonth is given, but /governor/costPerHour is 0")]
    [InlineData("\"governor\": { \"approvalAbove\": 10 }", "/governor/approvalAbove is given, but /governor/costPerHour is 0")]
    [InlineData("\"governor\": { \"costPerHour\": 3, \"budgetPerMonth\": 5 }", "/governor/budgetPerMonth is 5, but one retraining may cost 6: 2 hours at 3 an hour")]
    [InlineData("\"governor\": { \"costPerHour\": 3, \"approvalAbove\": 6 }", "/governor/approvalAbove is 6, but one retraining costs 6 at most")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\", \"steps\": [{ \"weight\": 100 }] }", "/rollout/steps mirrors nothing")]
    [InlineData("\"rollout\": { \"step\": { \"minimumRequests\": 0, \"minimumTime\": \"0s\" } }", "/rollout/step needs neither requests nor time")]
    public void Warning_LetsThePolicyPass(string members, string words)
    {
        var reading = Policies.With(members);
        Assert.NotNull(reading.Policy);
        var warning = Assert.Single(reading.Problems);
        Assert.Equal(PolicySeverity.Warning, warning.Severity);
        Assert.StartsWith(words, warning.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"judge\": { \"breaches\": { \"needed\": 3, \"among\": 3 } }")]
    [InlineData("\"quality\": { \"columns\": { \"a\": { \"minimum\": 1, \"maximum\": 1, \"minimumMean\": 1, \"maximumMean\": 1 } } }")]
    [InlineData("\"quality\": { \"columns\": { \"a\": { \"maximum\": 1, \"minimumMean\": 2, \"maximumOutside\": 0.5 } } }")]
    [InlineData("\"gates\": { \"metric\": \"rootMeanSquaredError\", \"floor\": 40 }")]
    [InlineData("\"rollout\": { \"strategy\": \"abTest\", \"splitKey\": \"customer\" }")]
    [InlineData("\"rollout\": { \"strategy\": \"shadow\", \"steps\": [{ \"mirror\": 10 }, { \"mirror\": 50 }, { \"weight\": 1 }, { \"weight\": 100 }] }")]
    [InlineData("\"rollout\": { \"strategy\": \"blueGreen\", \"steps\": [{ \"weight\": 100, \"minimumTime\": \"6h\" }] }")]
    [InlineData("\"bake\": { \"time\": \"0s\" }")]
    [InlineData("\"governor\": { \"costPerHour\": 3, \"budgetPerMonth\": 6, \"approvalAbove\": 5.99 }")]
    [InlineData("\"fallback\": { \"deployment\": \"blue\", \"failureRate\": 1 }")]
    public void WhatIsAllowed_PassesSilently(string members) => Assert.Empty(Policies.With(members).Problems);

    [Theory]
    [InlineData("{ \"late\": \"label\", \"later\": \"label\" }", "Error: /roles/later is \"label\", which \"late\" is already; only one column can be")]
    [InlineData("{ \"late\": \"label\", \"answer\": \"prediction\", \"a\": \"id\", \"b\": \"id\" }", "Error: /roles/b is \"id\", which \"a\" is already; only one column can be")]
    [InlineData("{}", "Warning: /schema/columns gives no column the role label: nothing can be retrained")]
    [InlineData("{ \"late\": \"label\" }", "Warning: /schema/columns gives no column the role prediction")]
    public void Roles_AreHeldAgainstEachOther(string roles, string words) =>
        Assert.Contains(Policies.Texts(Policies.Read($$"""{ "model": "m", "endpoint": "end", "roles": {{roles}} }""")), text => text.StartsWith(words, StringComparison.Ordinal));

    [Fact]
    public void ManyScoresAndFeatures_AreFine() => Assert.Empty(Policies.Read(
        """{ "model": "m", "endpoint": "end", "roles": { "y": "label", "p": "prediction", "a": "score", "b": "score", "c": "feature", "d": "feature", "e": "ignored" } }""").Problems);

    [Theory]
    [InlineData("m", true)]
    [InlineData("0-_a", true)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", true)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    [InlineData("", false)]
    [InlineData("-m", false)]
    [InlineData("../m", false)]
    [InlineData("m m", false)]
    [InlineData("m\n", false)]
    [InlineData("é", false)]
    public void ModelName_NamesAFolder(string name, bool isValid) =>
        Assert.Equal(isValid, PolicyValidator.Validate(Policies.Flights with { Model = name }).IsEmpty);

    [Fact]
    public void RecordsMadeInCode_AreCheckedAsStrictlyAsFiles()
    {
        var policy = Policies.Flights with
        {
            Judge = new JudgeOptions { Drift = new DriftOptions { Psi = double.NaN, Hellinger = 2, Alpha = 0 }, Windows = default, Cooldown = TimeSpan.FromSeconds(-1) },
            Rollout = new RolloutOptions { Strategy = (RolloutStrategy)9, Steps = [new RolloutStep { Weight = 101 }] },
            Quality = new QualityOptions { Columns = [new ColumnRule("a"), new ColumnRule("a")] },
        };
        string[] expected =
        [
            "/judge/signals/psi/threshold is NaN, expected a number that is not negative, or null for off",
            "/judge/signals/hellinger/threshold is 2, expected a number from 0 to 1, or null for off",
            "/judge/significance is 0, expected a number between 0 and 1",
            "/judge/windows was never given a list, expected one, if only an empty one",
            "/judge/cooldown is \"-PT1S\", expected a duration of at most 3,650 days, as in \"10m\", \"24h\", \"7d\" or \"PT10M\"",
            "/quality/columns/a is there twice",
            "/rollout/strategy is 9, expected canary, shadow, linear, blueGreen or abTest",
            "/rollout/steps/0/weight is 101, expected a whole number from 0 to 100",
        ];
        Assert.Equal(expected, PolicyValidator.Validate(policy).Select(problem => problem.ToString()).ToImmutableArray()[..expected.Length]);
    }

    [Fact]
    public void Thresholds_AreCheckedAlone()
    {
        Assert.Empty(PolicyValidator.Validate(DriftOptions.Default));
        var problem = Assert.Single(PolicyValidator.Validate(new DriftOptions { MissingRate = 1.5 }));
        Assert.Equal("/judge/signals/missingRate/threshold", problem.Pointer);
    }
}
