using System.Text;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli.Tests.Commands;

public sealed class PolicyFileTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"judge\": {} }")]
    [InlineData("\uFEFF{ \"$schema\": \"x\", \"judge\": { \"signals\": {}, } } // nothing")]
    public void EmptyPolicy_IsTheDefault(string json) => Assert.Equal(DriftOptions.Default, Parse(json));

    [Fact]
    public void EverySignal_HasItsKey()
    {
        string signals = string.Join(",", PolicySignals.Names.Select((name, i) => $"\"{name}\": {{ \"threshold\": 0.{i + 1} }}"));
        var expected = new DriftOptions
        {
            Psi = 0.1, JensenShannon = 0.2, Wasserstein = 0.3, KolmogorovSmirnov = 0.4, Hellinger = 0.5,
            MissingRate = 0.6, TypeErrorRate = 0.7, UnseenRate = 0.8, OutOfRangeRate = 0.9, Alpha = 0.05,
        };
        Assert.Equal(expected, Parse($"{{ \"judge\": {{ \"signals\": {{ {signals} }}, \"significance\": 0.05 }} }}"));
    }

    [Fact]
    public void EverySignalOfTheOptions_HasAKey() =>
        Assert.Equal(Enum.GetNames<DriftSignal>().Length - 1, PolicySignals.Names.Length); // presence has no threshold

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
            "/judge/signals/wasserstein/threshold is \"0.1\", expected a number that is not negative, or null for off",
            "/judge/signals/unseenRate is 0.1, expected an object",
            "/judge/signals/missingRate/threshold is -1",
            "has 8 errors",
        ];
        foreach (string error in expected) Assert.Contains(error, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is not JSON: line 1")]
    [InlineData("{\n \"judge\": {\n", "is not JSON: line 3")]
    [InlineData("[]", "the file is a list, expected an object")]
    [InlineData("{ \"a/b~c\": 1 }", "/a~1b~0c is not known, expected one of judge")]
    [InlineData("{ \"judge\": {}, \"judge\": {} }", "/judge is there twice")]
    [InlineData("{ \"judge\": { \"significance\": 1e999 } }", "/judge/significance is 1e999")]
    public void Mistake_IsNamed(string json, string words) => Assert.Contains(words, Refusal(json), StringComparison.Ordinal);

    private static DriftOptions Parse(string json) => PolicyFile.Parse(Encoding.UTF8.GetBytes(json), "policy.json");

    private static string Refusal(string json)
    {
        var refusal = Assert.Throws<BadInputException>(() => Parse(json));
        Assert.Equal(ErrorCodes.PolicyInvalid, refusal.Code);
        Assert.Contains("policy.json", refusal.What, StringComparison.Ordinal);
        return refusal.What;
    }
}
