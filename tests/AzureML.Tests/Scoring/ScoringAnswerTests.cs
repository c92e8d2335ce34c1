using System.Globalization;
using System.Text;

namespace Homeostat.AzureML.Tests.Scoring;

public sealed class ScoringAnswerTests
{
    [Theory]
    [InlineData("""["late","on time"]""", "late|on time")]
    [InlineData("[1,0.50]", "1|0.50")]
    [InlineData("[true,false]", "true|false")]
    [InlineData("""[{"prediction":1,"probability":0.75},{"prediction":0,"probability":0.25}]""", "1:0.75|0:0.25")]
    [InlineData("""[{"answer":"late","score":0.5,"explanation":[1]},{"answer":"late"}]""", "late:0.5|late")]
    [InlineData("""{"predictions":[1,0]}""", "1|0")] // MLflow
    [InlineData("""{"predictions":["a","b"],"probabilities":[0.9,0.1]}""", "a:0.9|b:0.1")]
    [InlineData("""{"result":[11055.977245525679,4503.079536107787]}""", "11055.977245525679|4503.079536107787")]
    [InlineData("""  "[1,0]"  """, "1|0")] // json.dumps in score.py
    [InlineData("[]", "")]
    public void KnownForm_IsRead(string json, string expected) => Assert.Equal(expected, Read(json));

    [Theory]
    [InlineData("")]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("[1,")]
    [InlineData("[1,null]")] // no answer for one row is none for all: nobody can tell rows apart
    [InlineData("[[0.3,0.7],[0.5,0.5]]")] // probabilities without their classes
    [InlineData("""[{"p":1}]""")]
    [InlineData("""{"error":"model exploded"}""")]
    [InlineData("""{"predictions":{"a":1}}""")]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("\"not json\"")]
    [InlineData("\"\\ud800\"")]
    public void Garbage_IsNoPrediction(string json) => Assert.Equal("", Read(json));

    [Fact]
    public void BytesThatAreNoText_AreNoPrediction() => Assert.Empty(ScoringAnswer.Read(new byte[] { 0xff, 0xfe, 0x00, 0x5b }));

    [Fact]
    public void ScoreThatIsNoNumber_IsNone() => Assert.Equal("a|b", Read("""[{"answer":"a","score":"high"},{"answer":"b","score":1e999}]"""));

    private static string Read(string json) =>
        string.Join('|', ScoringAnswer.Read(Encoding.UTF8.GetBytes(json)).Select(row => row.Score is { } score ? $"{row.Answer}:{score.ToString(CultureInfo.InvariantCulture)}" : row.Answer));
}
