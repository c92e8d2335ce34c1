using Homeostat.Architecture.Tests.Shapes;

namespace Homeostat.Architecture.Tests.Docs;

public sealed class DocumentTests
{
    [Fact]
    public void Links_LeadSomewhere() =>
        Expect.None("Relative links in Markdown files resolve.",
            Repository.FilesEnding(".md").SelectMany(f => LinkChecks.Broken(f, Repository.Read(f), Exists, Repository.Read)));

    [Fact]
    public void ErrorCodes_AreListed() =>
        Expect.None("docs/errors.md lists every error code of src and no other.",
            ErrorCodeChecks.Compare(ErrorCodeChecks.InSource(Repository.ProductSources), Repository.Read("docs/errors.md")));

    [Fact]
    public void Projects_SayWhatBelongsInThem() =>
        Expect.None($"Every project folder in src has a README.md of at most {Limits.MostProjectReadmeLines} lines: what belongs there and what does not.",
            Repository.SourceProjects.Select(p => $"{p.Folder}/README.md")
                .SelectMany(f => ProjectReadme(f, Exists(f) ? Repository.Read(f) : null)));

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n", 0)]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n", 1)]
    public void ProjectReadme_Boundaries(string? text, int findings) =>
        Assert.Equal(findings, ProjectReadme("src/Loop/README.md", text).Count());

    private static IEnumerable<string> ProjectReadme(string path, string? text)
    {
        var lines = text?.TrimEnd('\n').Split('\n').Length ?? 0;
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return $"{path} is missing or empty";
        }
        else if (lines > Limits.MostProjectReadmeLines)
        {
            yield return $"{path} has {lines} lines";
        }
    }

    // What git would carry: a file that is only on this machine does not count. Folders count when they hold such a file.
    private static bool Exists(string path) =>
        path.Length == 0 || Repository.Files.Any(f => f == path || f.StartsWith(path + "/", StringComparison.Ordinal));
}
