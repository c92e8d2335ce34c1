using System.Text.RegularExpressions;

namespace Homeostat.Dashboard.Tests.Routes;

/// <summary>The table, DESIGN's list and docs/api.md say the same.</summary>
public sealed partial class RouteTableTests
{
    [Fact]
    public void Table_IsTheContract() => Assert.Equal(
        [
            "GET /", "GET /api/health", "GET /api/models", "GET /api/models/{m}", "GET /api/models/{m}/journal", "GET /api/models/{m}/reports/{batch}", "GET /metrics", "GET /page/{file}",
            "POST /api/models/{m}/approvals/{id}", "POST /api/models/{m}/pause", "POST /api/models/{m}/resume", "POST /api/models/{m}/retrain", "POST /api/models/{m}/rollback",
        ],
        ApiRoutes.All.Select(route => $"{route.Method} {route.Pattern}").Order(StringComparer.Ordinal));

    [Fact]
    public void Names_AreOne() => Assert.Equal(ApiRoutes.All.Count, ApiRoutes.All.Select(route => route.Name).Distinct().Count());

    [Fact]
    public void Document_HasASectionForEachRouteAndNoOther()
    {
        var sections = Section().Matches(Document("api.md")).Select(match => match.Groups[1].Value);
        Assert.Equal(ApiRoutes.All.Select(route => $"{route.Method} {route.Pattern}").Order(StringComparer.Ordinal), sections.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Document_ShowsEachRouteWithCurl()
    {
        foreach (string section in Document("api.md").Split("\n### `")[1..])
            Assert.Contains("curl ", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_HaveAnAnchorEach()
    {
        string errors = Document("errors.md");
        foreach (string code in Codes()) Assert.Contains($"<a id=\"{code.ToLowerInvariant()}\"></a>{code}", errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes() =>
        typeof(ProblemKind).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(ProblemKind)).Select(field => ((ProblemKind)field.GetValue(null)!).Code);

    private static string Document(string name)
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "Local.slnf"))) folder = Path.GetDirectoryName(folder);
        return File.ReadAllText(Path.Combine(folder!, "docs", name));
    }

    [GeneratedRegex("^### `([A-Z]+ /[^`]*)`", RegexOptions.Multiline)]
    private static partial Regex Section();
}
