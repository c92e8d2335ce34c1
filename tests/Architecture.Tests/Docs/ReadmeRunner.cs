namespace Homeostat.Architecture.Tests.Docs;

/// <summary>
/// Runs a block of README.md in bash, in the repository's root. `dotnet run ... --project src/Cli -- arguments` goes to the CLI that was built
/// with these tests: building again while tests run would be slow and would write where other tests read.
/// </summary>
internal static class ReadmeRunner
{
    private const string Prelude = """
        dotnet() {
          case "$*" in
            "run -c Release --project src/Cli -- "* | "run --project src/Cli -c Release -- "*) shift 6; command dotnet exec "$HOMEOSTAT_CLI" "$@" ;;
            *) echo "README.md may say 'dotnet run -c Release --project src/Cli -- ...'; it says 'dotnet $*'." >&2; return 64 ;;
          esac
        }
        """;

    /// <summary>The CLI built with these tests, in the same configuration.</summary>
    public static string Cli { get; } = Path.Combine(AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "Architecture.Tests"), Path.Combine("src", "Cli"), StringComparison.Ordinal), "homeostat.dll");

    public static (int ExitCode, string Output) Run(string script) => Bash.Run(Prelude + "\n" + script, ("HOMEOSTAT_CLI", Cli));
}
