using System.Text.Json;

namespace Homeostat.Loop.Tests.Durable;

public sealed class DurableJsonTests
{
    private sealed record Sample(string Name, double Share, DayOfWeek Day, int? Missing, TimeSpan Wait);

    [Fact]
    public void Write_IsCamelCase_WithNamesOfEnums_WithoutNulls() =>
        Assert.Equal(
            """{"name":"é->","share":"Infinity","day":"friday","wait":"00:01:00"}""",
            DurableJson.Write(new Sample("é->", double.PositiveInfinity, DayOfWeek.Friday, null, TimeSpan.FromMinutes(1)))!.Value.GetRawText());

    [Fact]
    public void Read_GivesWhatWasWritten()
    {
        var sample = new Sample("a", double.NaN, DayOfWeek.Monday, 5, TimeSpan.FromDays(2));
        Assert.Equal(sample, DurableJson.Read(DurableJson.Write(sample), typeof(Sample)));
    }

    [Fact]
    public void Read_OfAnotherVersion_IgnoresWhatIsNewAndDefaultsWhatIsMissing() =>
        Assert.Equal(
            new Sample("a", 0, DayOfWeek.Sunday, null, TimeSpan.Zero),
            DurableJson.Read(JsonElement.Parse("""{"name":"a","unheard":[1]}"""), typeof(Sample)));

    [Fact]
    public void Null_IsNothing_AndNothingIsTheDefault()
    {
        Assert.Null(DurableJson.Write(null));
        Assert.Null(DurableJson.Write(default(JsonElement)));
        Assert.Null(DurableJson.Read(null, typeof(string)));
        Assert.Equal(0, DurableJson.Read(JsonElement.Parse("null"), typeof(int)));
        Assert.Throws<JsonException>(() => DurableJson.Read(JsonElement.Parse("\"x\""), typeof(int)));
    }
}
