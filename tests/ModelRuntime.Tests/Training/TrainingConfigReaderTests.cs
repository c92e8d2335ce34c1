using System.Text;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime.Tests.Training;

public sealed class TrainingConfigReaderTests
{
    [Fact]
    public void Parse_Everything_IsRead()
    {
        var config = Parse("""
            { // with comments
              "columns": { "late": { "type": "integer", "role": "label" } }, "missing": ["?"], "task": "binary", "bins": 16, "l2": 2, "straightening": 10,
              "classWeights": { "1.0": 3 }, "validation": 0.1, "mostRows": 5000, }
            """);
        Assert.Equal(ColumnRole.Label, config.Schema.Find("late")?.Role);
        Assert.Equal(["?"], config.Schema.MissingTokens!.Value.AsEnumerable());
        Assert.Equal((TaskKind.Binary, 16, 2.0, 10.0, 0.1, 5000), (config.Task!.Value, config.Bins, config.Ridge, config.Straightening!.Value, config.Validation, config.MostRows));
        Assert.Equal(3, config.ClassWeights["1"]);
    }

    [Fact]
    public void Defaults_AreTheseNumbers()
    {
        var config = Parse("{}");
        Assert.Equal((64, 1.0, (double?)null, 0.2, 10_000_000, false), (config.Bins, config.Ridge, config.Straightening, config.Validation, config.MostRows, config.Balanced));
    }

    [Theory]
    [InlineData("""{ "bins": 1 }""", "/bins")]
    [InlineData("""{ "bins": 3.5 }""", "/bins")]
    [InlineData("""{ "l2": "much" }""", "/l2")]
    [InlineData("""{ "l2": 0 }""", "/l2")]
    [InlineData("""{ "validation": 0.6 }""", "/validation")]
    [InlineData("""{ "task": "ranking" }""", "/task")]
    [InlineData("""{ "classWeights": 3 }""", "/classWeights")]
    [InlineData("""{ "straigtening": 3 }""", "straightening")]
    [InlineData("""{ "columns": { "a": { "role": "target" } } }""", "label")]
    [InlineData("[]", "an object")]
    [InlineData("{", "no JSON")]
    public void Parse_Error_IsToldWithItsPlace(string json, string words)
    {
        var error = Assert.Throws<BadInputException>(() => Parse(json));
        Assert.Equal("HS3201", error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralErrors_AreToldAtOnce()
    {
        var error = Assert.Throws<BadInputException>(() => Parse("""{ "bins": 0, "task": 1, "more": true, "columns": 3 }"""));
        Assert.Contains("4 errors", error.Message, StringComparison.Ordinal);
    }

    private static TrainingConfig Parse(string json) => new TrainingConfigReader("config.json").Parse(Encoding.UTF8.GetBytes(json));
}
