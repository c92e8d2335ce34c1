using System.Text;
using System.Text.Json;

namespace Homeostat.Batches.Tests.Schemas;

public class SchemaOverridesTests
{
    private static SchemaOverrides Parse(string json) => SchemaOverrides.Parse(Encoding.UTF8.GetBytes(json), "schema.json");

    private static BadInputException Fault(string json)
    {
        var fault = Assert.Throws<BadInputException>(() => Parse(json));
        Assert.Equal(ErrorCodes.SchemaInvalid, fault.Code);
        Assert.StartsWith("schema.json has ", fault.What, StringComparison.Ordinal);
        return fault;
    }

    [Fact]
    public void Parse_WholeForm_IsRead()
    {
        var overrides = Parse("""
            {
              "$schema": "../schemas/schema-overrides.schema.json",
              // comments and trailing commas are welcome
              "columns": { "age": { "type": "integer", "role": "feature", }, "customer.id": { "role": "id" }, "note": {}, },
              "missing": ["", "NA", "-999"],
            }
            """);
        Assert.Equal(
            [new("age", ColumnType.Integer, ColumnRole.Feature), new("customer.id", null, ColumnRole.Id), new("note", null, null)],
            overrides.Columns.ToArray());
        Assert.Equal(["", "NA", "-999"], overrides.MissingTokens!.Value.ToArray());
        Assert.Equal(ColumnType.Integer, overrides.Find("age")!.Type);
        Assert.Null(overrides.Find("Age"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{ } // nothing")]
    [InlineData("""{"columns":{}}""")]
    public void Parse_NothingSaid_OverridesNothing(string json)
    {
        Assert.Empty(Parse(json).Columns);
        Assert.Null(Parse(json).MissingTokens);
    }

    [Fact]
    public void Parse_EmptyMissing_IsNotTheSameAsNone() => Assert.Empty(Parse("""{"missing":[]}""").MissingTokens!.Value);

    [Fact]
    public void Parse_ManyErrors_AllAreToldAtOnceWithPointersAndAllowedValues()
    {
        string what = Fault("""
            {
              "columns": {
                "age": { "type": "int", "role": "feature" },
                "a/b~c": { "type": "Numeric", "rôle": "x" },
                "x": { "role": "fature", "typ": "text" },
                "y": [1],
                "z": { "type": 5, "role": null },
                "age": { "type": "text" }
              },
              "missing": ["NA", -999, null],
              "colums": {}
            }
            """).What;
        Assert.StartsWith("schema.json has 12 errors: ", what, StringComparison.Ordinal);
        string[] expected =
        [
            "/columns/age/type: \"int\" is not allowed; did you mean \"integer\"? one of numeric, integer, boolean, categorical, text, timestamp is",
            "/columns/a~1b~0c/type: \"Numeric\" is not allowed; did you mean \"numeric\"?",
            "/columns/a~1b~0c/rôle: there is no such member; did you mean \"role\"? type and role are",
            "/columns/x/role: \"fature\" is not allowed; did you mean \"feature\"? one of feature, prediction, score, label, id, time, weight, ignored is",
            "/columns/x/typ: there is no such member; did you mean \"type\"?",
            "/columns/y: an object was expected, an array was found",
            "/columns/z/type: 5 is not allowed; one of",
            "/columns/z/role: null is not allowed; one of",
            "/columns/age: it is there twice",
            "/missing/1: a text was expected, -999 was found; put it in quotes",
            "/missing/2: a text was expected, null was found",
            "/colums: there is no such member; did you mean \"columns\"?",
        ];
        Assert.All(expected, error => Assert.Contains(error, what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{", "line 1")]
    [InlineData("{\n\"columns\": x}", "line 2")]
    [InlineData("{} {}", "line 1")]
    [InlineData("[]", "an object was expected")]
    [InlineData("{\"columns\":1,\"missing\":2}", "2 errors")]
    [InlineData("{\"missing\":[\"\\ud800\"]}", "surrogate")]
    [InlineData("{\"\\ud800\":1}", "surrogate")]
    public void Parse_NotTheForm_IsAFault(string json, string expected) => Assert.Contains(expected, Fault(json).What, StringComparison.Ordinal);

    [Fact]
    public void Parse_MutatedFiles_AreReadOrRefused()
    {
        var random = new Random(40_001);
        byte[] json = """{"columns":{"age":{"type":"integer","role":"feature"},"x":{"type":"text"}},"missing":["","NA"]}"""u8.ToArray();
        for (int i = 0; i < 3000; i++)
        {
            byte[] mutated = Mutations.Of(json, random);
            var fault = Record.Exception(() => SchemaOverrides.Parse(mutated, "schema.json"));
            Assert.True(fault is null or BadInputException, $"{fault}");
        }
    }

    [Fact]
    public void PublishedSchema_AllowsTheWordsThatAreRead()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Repository.File("schemas", "schema-overrides.schema.json")));
        var column = schema.RootElement.GetProperty("properties").GetProperty("columns").GetProperty("additionalProperties").GetProperty("properties");
        var types = Words(column.GetProperty("type").GetProperty("enum"));
        var roles = Words(column.GetProperty("role").GetProperty("enum"));
        Assert.Equal(Enum.GetValues<ColumnType>(), types.Select(word => SchemaWords.TypeOf(word)!.Value));
        Assert.Equal(Enum.GetValues<ColumnRole>(), roles.Select(word => SchemaWords.RoleOf(word)!.Value));
        Assert.Equal(SchemaWords.Types, types);
        Assert.Equal(SchemaWords.Roles, roles);
        Assert.Equal(Schema.DefaultMissingTokens.ToArray(), Words(schema.RootElement.GetProperty("properties").GetProperty("missing").GetProperty("default")));
        foreach (var example in schema.RootElement.GetProperty("examples").EnumerateArray()) Parse(example.GetRawText());
    }

    private static string[] Words(JsonElement array) => [.. array.EnumerateArray().Select(word => word.GetString()!)];
}
