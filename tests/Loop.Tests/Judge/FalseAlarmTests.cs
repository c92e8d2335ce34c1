using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

/// <summary>Batches from the reference's own source: at most one in a hundred may fail.</summary>
public class FalseAlarmTests
{
    private const int Trials = 1_000;

    // If one in a hundred fails, 1,000 trials have 21 or more in two runs of a thousand (binomial); the seeds are fixed.
    private const int Allowed = 20;

    [Theory]
    [InlineData(1_000, 100)]
    [InlineData(1_000, 1_000)]
    [InlineData(300, 300)]
    public void Samples_FromOneSource_SeldomFail(int rows, int batch)
    {
        int failed = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            var reference = Draw(null, rows, 10 * trial);
            if (Fails(reference, Draw(reference, batch, 10 * trial + 5))) failed++;
        }
        Assert.InRange(failed, 0, Allowed);
    }

    [Theory]
    [InlineData(100_000, 10_000)]
    [InlineData(100_000, 100_000)]
    [InlineData(5_000, 100_000)]
    public void Counts_FromOneSource_SeldomFail(int rows, int batch)
    {
        // Large samples are drawn cell by cell: counts over 200 equally likely cells, as the normal approximation has them.
        var cells = Fingerprints.Numbers([.. Enumerable.Range(0, 200_000).Select(i => i / 1000.0)]);
        var words = Fingerprints.Words([.. Enumerable.Range(0, 4_000).Select(i => $"v{i % 40}")]);
        var random = new Random(7);
        int failed = 0;
        for (int trial = 0; trial < Trials; trial++)
            if (Fails(Fingerprints.Of(Redraw(cells, rows, random), Redraw(words, rows, random)), Fingerprints.Of(Redraw(cells, batch, random), Redraw(words, batch, random))))
                failed++;
        Assert.InRange(failed, 0, Allowed);
    }

    private static bool Fails(Fingerprint reference, Fingerprint current) =>
        DriftPolicy.Judge(reference, current, DriftOptions.Default).Verdict == Verdict.Fail;

    private static Fingerprint Draw(Fingerprint? over, int n, int seed)
    {
        double[] plain = Samples.Normal(n, seed), whole = [.. plain.Select(x => Math.Round(2 * x))];
        string[] words = Samples.Zipf(n, seed + 1, 30);
        return over is null
            ? Fingerprints.Of(Fingerprints.Numbers(plain, "x"), Fingerprints.Numbers(whole, "n", ColumnType.Integer), Fingerprints.Words(words, "c"))
            : Fingerprints.Of(Fingerprints.Count(over.Columns[0], plain), Fingerprints.Count(over.Columns[1], whole), Fingerprints.Count(over.Columns[2], words));
    }

    private static ColumnFingerprint Redraw(ColumnFingerprint column, int rows, Random random)
    {
        double share = (double)rows / column.Counts.Sum();
        long[] counts = [.. column.Counts.Select(c => (long)Math.Max(0, Math.Round(c * share + Math.Sqrt(c * share) * Gauss(random))))];
        long total = counts.Sum();
        if (column.Grid is not { } grid) return column with { Rows = total, Counts = [.. counts] };
        double[] middles = [.. Enumerable.Range(0, grid.CellCount).Select(i => grid.Boundaries[Math.Clamp(i, 0, grid.Boundaries.Length - 1)])];
        double sum = counts.Zip(middles, (c, x) => c * x).Sum(), squares = counts.Zip(middles, (c, x) => c * x * x).Sum();
        return column with { Rows = total, Counts = [.. counts], Moments = new Moments(total, 0, column.Moments.Min, column.Moments.Max, new(sum, 0), new(squares, 0)) };
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
