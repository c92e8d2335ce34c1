using System.Text.Encodings.Web;
using System.Text.Json;

namespace Homeostat.Loop.Tests;

/// <summary>schemas/policy.schema.json comes from the description that reads policies; the doc comments of the records are its words.</summary>
public sealed class PolicySchemaTests
{
    private const string HowToUpdate = "If the change is meant, run `UPDATE_SCHEMAS=1 dotnet test tests/Loop.Tests --filter PolicySchemaTests` and review the difference.";

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static string FilePath => Path.Combine(Tree.Root, "schemas", "policy.schema.json");

    [Fact]
    public void PublishedSchema_IsTheGeneratedOne()
    {
        string actual = PolicySchema.Generate(new DocComments().Of).ToJsonString(s_readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1") File.WriteAllText(FilePath, actual);
        Assert.True(File.Exists(FilePath) && File.ReadAllText(FilePath) == actual, HowToUpdate);
    }

    [Fact]
    public void EveryMember_IsDescribed()
    {
        using var schema = Schema();
        AssertDescribed(schema.RootElement, "");
    }

    [Theory]
    [InlineData("""{ "model": "m", "endpoint": "end" }""")]
    [InlineData("""{ "$schema": "x", "model": "m", "endpoint": "end", "triggers": { "schedule": null }, "bake": { "time": "7d", "interval": "PT5M" }, }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "gates": { "metric": null, "floor": 0.5 }, "schema": { "columns": { "a": { "role": null } }, "missing": null } }""")]
    public void WhatTheReaderTakes_TheSchemaTakes(string json)
    {
        Assert.NotNull(Policies.Read(json).Policy);
        Assert.Empty(Errors(json));
    }

    [Fact]
    public void WrittenPolicy_FollowsTheSchema() => Assert.Empty(Errors(System.Text.Encoding.UTF8.GetString(PolicyFile.Write(Policies.Flights))));

    [Theory]
    [InlineData("""{ "model": "m" }""")]
    [InlineData("""{ "model": "m m", "endpoint": "end" }""")]
    [InlineData("""{ "model": "m", "endpoint": "e" }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "modle": "x" }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "judge": { "significance": 1 } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "judge": { "signals": { "hellinger": { "threshold": 1.5 } } } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "judge": { "windows": [{ "batches": 1.5 }] } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "roles": { "late": "lable" } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "quality": { "columns": { "a": { "minimun": 1 } } } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "quality": { "columns": { "a": { "allowed": [1] } } } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "bake": { "time": "1x" } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "rollout": { "strategy": "shadwo" } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "rollout": { "steps": [{ "mirror": 51 }] } }""")]
    [InlineData("""{ "model": "m", "endpoint": "end", "retrain": { "mode": null } }""")]
    public void WhatTheReaderRefuses_TheSchemaRefuses(string json)
    {
        Assert.Null(Policies.Read(json).Policy);
        Assert.NotEmpty(Errors(json));
    }

    /// <summary>The reference page names every member, section by section.</summary>
    [Fact]
    public void ReferencePage_MentionsEveryMember()
    {
        string page = File.ReadAllText(Path.Combine(Tree.Root, "docs", "policy.md"));
        using var schema = Schema();
        string[] untold = [.. Names(schema.RootElement).Distinct().Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))];
        Assert.Equal([], untold);
    }

    private static List<string> Errors(string json)
    {
        using var schema = Schema();
        using var document = JsonDocument.Parse(json, s_lenient);
        return MiniSchema.Errors(schema.RootElement, document.RootElement);
    }

    private static JsonDocument Schema() => JsonDocument.Parse(File.ReadAllText(FilePath));

    private static IEnumerable<string> Names(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                foreach (string name in Names(property.Value).Prepend(property.Name)) yield return name;
        foreach (string part in (string[])["items", "additionalProperties"])
            if (schema.TryGetProperty(part, out var inner) && inner.ValueKind == JsonValueKind.Object)
                foreach (string name in Names(inner)) yield return name;
    }

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
}
