using System.Text;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

public class JsonReportTests
{
    public static TheoryData<string> Stories => new("everything", "few rows", "wide", "constant moved", "all missing", "infinite", "no rows");

    [Theory]
    [MemberData(nameof(Stories))]
    public void Output_FollowsThePublishedSchema(string story)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath()));
        using var json = Parse(Story(story));
        Assert.Empty(MiniSchema.Errors(schema.RootElement, json.RootElement));
    }

    [Theory]
    [InlineData("\"verdict\": \"fail\"", "\"verdict\": \"maybe\"")]
    [InlineData("\"rows\"", "\"lines\"")]
    [InlineData("\"drifted\": true", "\"drifted\": 1")]
    [InlineData("\"alpha\": 0.01", "\"alpha\": 1.01")]
    [InlineData("\"rule\": \"psi/1\"", "\"rule\": \"psi\"")]
    [InlineData("2026-06-30T12:00:00", "yesterday")]
    public void Schema_RefusesWhatIsNotAReport(string from, string to)
    {
        string text = Encoding.UTF8.GetString(Bytes(SampleReports.Everything()));
        Assert.Contains(from, text, StringComparison.Ordinal);
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath()));
        using var json = JsonDocument.Parse(text.Replace(from, to, StringComparison.Ordinal));
        Assert.NotEmpty(MiniSchema.Errors(schema.RootElement, json.RootElement));
    }

    [Fact]
    public void Schema_DescribesEveryProperty()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath()));
        AssertDescribed(schema.RootElement, "");
    }

    [Fact]
    public void Feature_HasTheAgreedNames()
    {
        using var json = Parse(SampleReports.Everything());
        var feature = json.RootElement.GetProperty("features").EnumerateArray().First(f => f.GetProperty("name").GetString() == "amount");
        Assert.Equal("fail", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(20_000, json.RootElement.GetProperty("rows").GetProperty("reference").GetInt64());
        Assert.Equal(5_000, json.RootElement.GetProperty("rows").GetProperty("current").GetInt64());
        Assert.Equal(0.123, json.RootElement.GetProperty("elapsedSeconds").GetDouble());
        Assert.Equal("numeric", feature.GetProperty("type").GetString());
        Assert.True(feature.GetProperty("drifted").GetBoolean());
        Assert.Equal(0.125, feature.GetProperty("metrics").GetProperty("missingRate").GetProperty("current").GetDouble());
        Assert.Equal(0.2, feature.GetProperty("threshold").GetProperty("psi").GetDouble());
        Assert.Equal(JsonValueKind.Null, feature.GetProperty("threshold").GetProperty("unseenRate").ValueKind);
        foreach (string name in (string[])["psi", "jensenShannon", "wasserstein", "wassersteinNormalised", "ks", "ksBound", "ksPValue", "chiSquare", "chiSquarePValue", "hellinger"])
            Assert.Equal(JsonValueKind.Number, feature.GetProperty("metrics").GetProperty(name).ValueKind);
    }

    [Fact]
    public void SameBytes_FromSameReport() => Assert.Equal(Bytes(SampleReports.Everything()), Bytes(SampleReports.Everything()));

    [Fact]
    public void Reason_IsReadableInTheFile() => Assert.Contains("mean 3.11 -> 4.665 (+0.78 sd)", Encoding.UTF8.GetString(Bytes(SampleReports.Everything())), StringComparison.Ordinal);

    private static CheckReport Story(string story)
    {
        var numbers = Fingerprints.Numbers(Samples.Normal(300, 1));
        var constant = Fingerprints.Numbers(Samples.Repeat((5.0, 300)));
        return story switch
        {
            "few rows" => SampleReports.Everything(500, 100),
            "wide" => SampleReports.Wide(12),
            "constant moved" => One(constant, Samples.Repeat((6.0, 300))),
            "all missing" => One(numbers, Samples.Repeat((double.NaN, 300))),
            "infinite" => One(numbers, Samples.Repeat((double.PositiveInfinity, 200), (0, 100))),
            "no rows" => One(numbers, []),
            _ => SampleReports.Everything(),
        };
    }

    private static CheckReport One(ColumnFingerprint reference, double[] current) =>
        SampleReports.Of(Fingerprints.Of(reference), Fingerprints.Of(Fingerprints.Count(reference, current))) with { ElapsedSeconds = null, CheckedAt = null };

    private static void AssertDescribed(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
            {
                Assert.True(property.Value.TryGetProperty("description", out var text) && text.GetString()!.Length > 5, $"{path}/{property.Name} has no description");
                AssertDescribed(property.Value, $"{path}/{property.Name}");
            }
        if (schema.TryGetProperty("items", out var items)) AssertDescribed(items, path + "[]");
    }

    private static JsonDocument Parse(CheckReport report) => JsonDocument.Parse(Bytes(report));

    private static byte[] Bytes(CheckReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        return stream.ToArray();
    }

    private static string SchemaPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "schemas"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "schemas", "check-report.schema.json");
    }
}
