namespace Homeostat.Batches.Tests.Input;

public sealed class GlobTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public GlobTests()
    {
        foreach (string name in new[] { "a.csv", "ab.csv", "one/a.csv", "one/two/b.csv", "one/two/b.txt" }) _files.Write(name, "x\n1\n");
    }

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("*.csv", "a.csv ab.csv")]
    [InlineData("?.csv", "a.csv")]
    [InlineData("??.csv", "ab.csv")]
    [InlineData("**/?.csv", "a.csv one/a.csv one/two/b.csv")]
    [InlineData("one/*/?.*", "one/two/b.csv one/two/b.txt")]
    [InlineData("o?e/a.csv", "one/a.csv")]
    public void Glob_FindsWhatItNames(string glob, string names)
    {
        using var input = BatchInput.Resolve(Path.Combine(_files.Folder, glob));
        string[] found = [.. input.Files.Select(file => Path.GetRelativePath(_files.Folder, file.Path).Replace('\\', '/'))];
        Assert.Equal(names.Split(' '), found);
    }
}
