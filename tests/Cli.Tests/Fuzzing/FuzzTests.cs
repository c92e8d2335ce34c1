using System.Globalization;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Fuzzing;

/// <summary>
/// Whatever a file holds, the command ends in time with exit code 0, 1 or 2. HOMEOSTAT_FUZZ_CASES says how many files are tried,
/// HOMEOSTAT_FUZZ_SEED with which the first is made.
/// </summary>
public sealed class FuzzTests
{
    private const int CasesInContinuousIntegration = 1500;

    [Fact]
    public void DamagedFiles_EndInWords()
    {
        using var folder = new TestFolder();
        var seeds = new FuzzSeeds(folder);
        int first = Setting("HOMEOSTAT_FUZZ_SEED", 1), count = Setting("HOMEOSTAT_FUZZ_CASES", CasesInContinuousIntegration);
        var problems = Enumerable.Range(first, count).Select(seed => new FuzzCase(seed, seeds, folder).Run()).OfType<string>().Take(5).ToList();
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    [Fact]
    public void SameSeed_DamagesTheSameWay()
    {
        byte[] bytes = [.. "a,b\n1,2\n"u8];
        Assert.Equal(new Mutator(7).Mutate(bytes, bytes), new Mutator(7).Mutate(bytes, bytes));
        Assert.NotEqual(bytes, new Mutator(7).Mutate(bytes, bytes));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
