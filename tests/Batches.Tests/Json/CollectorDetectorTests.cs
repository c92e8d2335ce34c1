using System.Text;

namespace Homeostat.Batches.Tests.Json;

public class CollectorDetectorTests
{
    private static bool IsCollector(string line) => CollectorDetector.IsCollector(Encoding.UTF8.GetBytes(line));

    [Fact]
    public void IsCollector_RealLines_AreAllRecognised() => Assert.All(CollectorLines.All, line => Assert.True(IsCollector(line), line));

    [Theory]
    [InlineData("""{"specversion":"1.0","data":[]}""", true)]
    [InlineData(""" { "dataref" : "x" , "specversion" : "1.0" } """, true)]
    [InlineData("""{"specversion":"1.0","type":"azureml.inference.model_inputs"}""", true)]
    [InlineData("""{"specversion":"1.0","type":"com.github.push"}""", false)]
    [InlineData("""{"data":[{"a":1}],"label":1}""", false)]
    [InlineData("""{"data":[{"a":1}]}""", false)]
    [InlineData("""{"a":{"specversion":"1.0","data":[]}}""", false)]
    [InlineData("""{"age":1}""", false)]
    [InlineData("[1]", false)]
    [InlineData("a,b", false)]
    [InlineData("{}", false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    public void IsCollector_ByItsMembers(string line, bool expected) => Assert.Equal(expected, IsCollector(line));

    [Theory]
    [InlineData("""{"specversion":"1.0","id":"x","data":[{"a":1},{"a""", true)]
    [InlineData("""{"data":[{"a":1},{"a":2""", true)]
    [InlineData("""{"data":[1,2,3""", false)]
    [InlineData("""{"id":7,"data":[{"a":1},{"a":2""", false)]
    public void IsCollector_CutLine_IsJudgedByWhatIsSeen(string line, bool expected) => Assert.Equal(expected, IsCollector(line));
}
