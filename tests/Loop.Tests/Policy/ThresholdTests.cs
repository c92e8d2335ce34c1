using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

/// <summary>Policy files as the drift check takes them: thresholds, without a model.</summary>
public sealed class ThresholdTests
{
    private static readonly string[] s_signals =
        ["psi", "jensenShannon", "wasserstein", "kolmogorovSmirnov", "hellinger", "missingRate", "typeErrorRate", "unseenRate", "outOfRangeRate"];

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"judge\": {} }")]
    [InlineData("\uFEFF{ \"$schema\": \"x\", \"judge\": { \"signals\": {}, } } // nothing")]
    [InlineData("{ \"model\": \"flights\", \"endpoint\": \"flights\", \"rollout\": { \"strategy\": \"linear\" } }")]
    public void SilentFile_IsTheDefault(string json) => Assert.Equal(DriftOptions.Default, Parse(json));

    [Fact]
    public void EverySignal_HasItsKey()
    {
        string signals = string.Join(",", s_signals.Select((name, i) => $"\"{name}\": {{ \"threshold\": 0.{i + 1} }}"));
        var expected = new DriftOptions
        {
            Psi = 0.1, JensenShannon = 0.2, Wasserstein = 0.3, KolmogorovSmirnov = 0.4, Hellinger = 0.5,
            MissingRate = 0.6, TypeErrorRate = 0.7, UnseenRate = 0.8, OutOfRangeRate = 0.9, Alpha = 0.05,
        };
        Assert.Equal(expected, Parse($"{{ \"judge\": {{ \"signals\": {{ {signals} }}, \"significance\": 0.05 }} }}"));
    }

    [Fact]
    public void EverySignalOfTheOptions_HasAKey() =>
        Assert.Equal(Enum.GetNames<DriftSignal>().Where(name => name != nameof(DriftSignal.Presence)).Select(JsonWords.Camel).Order(), s_signals.Order());

    [Fact]
    public void Null_TurnsASignalOff() =>
        Assert.Equal(DriftOptions.Default with { Psi = null }, Parse("""{ "judge": { "signals": { "psi": { "threshold": null } } } }"""));

    [Fact]
    public void EveryError_IsToldAtOnceWithItsPlace()
    {
        string message = Refusal("""
            { "jugde": 1, "judge": { "significance": 2, "signals": {
              "pis": { "threshold": 0.1 }, "psi": { "treshold": 0.1 }, "hellinger": { "threshold": 1.5 },
              "wasserstein": { "threshold": "0.1" }, "unseenRate": 0.1, "missingRate": { "threshold": -1 } } } }
            """);
        string[] expected =
        [
            "/jugde is not known, did you mean 'judge'?",
            "/judge/significance is 2, expected a number between 0 and 1",
            "/judge/signals/pis is not known, did you mean 'psi'?",
            "/judge/signals/psi/treshold is not known, did you mean 'threshold'?",
            "/judge/signals/hellinger/threshold is 1.5, expected a number from 0 to 1, or null for off",
            "/judge/signals/wasserstein/threshold is \"0.1\", expected a number that is not negative, or null for off; leave out the quotes",
            "/judge/signals/unseenRate is 0.1, expected an object",
            "/judge/signals/missingRate/threshold is -1",
            "has 8 errors",
        ];
        foreach (string error in expected) Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is not JSON: line 1")]
    [InlineData("{\n \"judge\": {\n", "is not JSON: line 3")]
    [InlineData("{} {}", "is not JSON: line 1")]
    [InlineData("[]", "the file is a list, expected an object")]
    [InlineData("{ \"a/b~c\": 1 }", "/a~1b~0c is not known, expected one of model")]
    [InlineData("{ \"judge\": {}, \"judge\": {} }", "/judge is there twice")]
    [InlineData("{ \"judge\": { \"significance\": 1e999 } }", "/judge/significance is 1e999")]
    [InlineData("{ \"model\": \"\\ud800\" }", "half of a surrogate pair")]
    [InlineData("{ \"\\udc00\": 1 }", "half of a surrogate pair")]
    [InlineData("{ \"bake\": { \"time\": \"1x\" } }", "/bake/time is \"1x\", expected a duration")]
    public void Mistake_IsNamed(string json, string words) => Assert.Contains(words, Refusal(json), StringComparison.Ordinal);

    [Fact]
    public void BytesThatAreNotUtf8_AreRefused() =>
        Assert.Contains("not UTF-8", Assert.Throws<BadInputException>(() => PolicyFile.ParseThresholds([(byte)'"', 0xFF, (byte)'"'], "x")).What, StringComparison.Ordinal);

    private static DriftOptions Parse(string json) => PolicyFile.ParseThresholds(Encoding.UTF8.GetBytes(json), "policy.json");

    private static string Refusal(string json)
    {
        var refusal = Assert.Throws<BadInputException>(() => Parse(json));
        Assert.Equal(ErrorCodes.PolicyInvalid, refusal.Code);
        Assert.Contains("policy.json", refusal.What, StringComparison.Ordinal);
        return refusal.What;
    }
}
