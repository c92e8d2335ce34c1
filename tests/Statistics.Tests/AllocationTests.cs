using Homeostat.Statistics.Distances;
using Homeostat.Statistics.Multiplicity;
using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests;

public class AllocationTests
{
    private const int Rows = 100_000;
    private static readonly double[] _values = [.. Enumerable.Range(0, Rows).Select(i => i * 7919L % Rows / (double)Rows)];
    private static readonly long[] _counts = [.. Enumerable.Range(0, Rows).Select(i => (long)i)];
    private static readonly int[] _labels = [.. Enumerable.Range(0, Rows).Select(i => i % 2)];
    private static readonly double[] _adjusted = new double[Rows];
    private static readonly double[] _positions = [.. Enumerable.Range(0, Rows).Select(i => (double)i)];

    public static TheoryData<string, Action> Calls => new()
    {
        { "JS", () => JensenShannon.Distance(_counts, _counts) },
        { "PSI", () => PopulationStability.Index(_values, _values) },
        { "Wasserstein", () => Wasserstein.Distance(_values, _values, _values, _values) },
        { "Wasserstein over a grid", () => WassersteinNormalised.GridDistance(_positions, _counts, _counts) },
        { "AUC", () => Ranking.RocAuc(_labels, _values, _values) },
        { "F1", () => MacroClassification.F1(_labels, _labels, _values) },
        { "Log-loss", () => ProbabilityScores.LogLoss(_labels, _values) },
        { "ECE", () => Calibration.ExpectedError(_labels, _values) },
        { "R2", () => Regression.RSquared(_values, _values, _values) },
        { "BH", () => PValueAdjustment.BenjaminiHochberg(_values, _adjusted) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_OnAHundredThousandRows_AllocatesNothingPerValue(string name, Action call)
    {
        call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < Rows / 10, $"{name} allocated {allocated} bytes");
    }
}
