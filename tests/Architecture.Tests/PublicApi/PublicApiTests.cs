using System.Reflection;
using Homeostat.Architecture.Tests.Solutions;

namespace Homeostat.Architecture.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string HowToUpdate =
        "If the change is meant, run `UPDATE_PUBLIC_API=1 dotnet test tests/Architecture.Tests` and review the difference of the PublicApi.txt files.";

    private static bool Update => Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1";

    [Fact]
    public void PublicApi_IsWhatTheFilesSay()
    {
        var findings = new List<string>();
        foreach (var library in Libraries())
        {
            var file = Repository.FullPath($"{library.Folder}/PublicApi.txt");
            var actual = ApiText.Of(Assembly.Load(library.AssemblyName));
            if (Update)
            {
                File.WriteAllText(file, actual);
            }
            // A library without public members needs no file.
            var expected = File.Exists(file) ? File.ReadAllText(file) : "";
            findings.AddRange(ApiDifference.Between(expected, actual).Select(line => $"{library.Folder}/PublicApi.txt: {line}"));
        }
        Expect.None($"The public API is compared with text files. {HowToUpdate}", findings);
    }

    [Fact]
    public void Libraries_AreAllWithinReach() =>
        Expect.None("Every library of Local.slnf is compared; Architecture.Tests needs a reference to reach it.",
            from library in Libraries()
            where !File.Exists(Path.Combine(AppContext.BaseDirectory, library.AssemblyName + ".dll"))
            select $"{library.Path} is built, but {library.AssemblyName}.dll is not beside the tests");

    // What Local.slnf leaves out may not be buildable here.
    private static IEnumerable<Project> Libraries() =>
        Repository.SourceProjects.Where(p => !p.IsExecutable && !SolutionChecks.NotLocal.Contains(p.Name));
}
