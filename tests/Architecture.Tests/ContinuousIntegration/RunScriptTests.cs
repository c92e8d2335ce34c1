namespace Homeostat.Architecture.Tests.ContinuousIntegration;

/// <summary>.ci/run with a stand-in for `dotnet` that prints what `dotnet test` would.</summary>
public sealed class RunScriptTests
{
    private const string Good = "Passed!  - Failed:     0, Passed:    98, Skipped:     0, Total:    98, Duration: 1 s - A.dll (net10.0)";
    private const string WithSkipped = "Passed!  - Failed:     0, Passed:     2, Skipped:     3, Total:     5, Duration: 1 s - B.dll (net10.0)";
    private const string Bad = "Failed!  - Failed:     1, Passed:    10, Skipped:     0, Total:    11, Duration: 1 s - C.dll (net10.0)";
    private const string OnlySkipped = "Skipped! - Failed:     0, Passed:     0, Skipped:     4, Total:     4, Duration: 1 s - D.dll (net10.0)";
    private const string BuildError = "A.cs(1,1): error CS1002: ; expected";

    [Theory]
    [InlineData(Good, 0, "98 passed, 0 failed", 0)]
    [InlineData(Good + "\n" + WithSkipped, 0, "100 passed, 0 failed, 3 skipped", 0)]
    [InlineData(Good + "\n" + Bad, 1, "108 passed, 1 failed", 1)]
    [InlineData(Bad, 0, "10 passed, 1 failed", 1)] // the count decides even if the code is lost
    [InlineData(OnlySkipped, 0, "0 passed, 0 failed, 4 skipped", 1)]
    [InlineData("", 0, "0 passed, 0 failed", 1)]
    [InlineData(BuildError, 1, "0 passed, 0 failed", 1)]
    [InlineData(Good + "\n" + "The active test run was aborted.", 1, "98 passed, 0 failed", 1)] // a crashed test process
    public void Run_AddsUpAndEndsWithTheCount(string output, int dotnetCode, string lastLine, int exitCode)
    {
        var folder = Directory.CreateTempSubdirectory("homeostat-ci-");
        try
        {
            var (actual, said) = Bash.Run(
                """
                printf '#!/usr/bin/env bash\n[ "$1 $2" = "test Local.slnf" ] || exit 64\nprintf "%%s\\n" "$SAYS"\nexit "$CODE"\n' > "$FOLDER/dotnet"
                chmod +x "$FOLDER/dotnet"
                PATH="$FOLDER:$PATH" .ci/run 2> /dev/null
                """,
                ("FOLDER", folder.FullName), ("SAYS", output), ("CODE", $"{dotnetCode}"));
            Assert.Equal(lastLine, said.Split('\n')[^1]);
            Assert.Equal(exitCode, actual);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
