using BenchmarkDotNet.Attributes;

namespace Homeostat.Bench.Kernels;

/// <summary>
/// What a check would cost that sorts each column, as exact two-sample statistics do: the yardstick for the counting kernels of
/// src/Statistics, whose benchmarks stand beside this one.
/// </summary>
[MemoryDiagnoser]
public class SortBenchmarks
{
    private double[] _values = [];
    private double[] _work = [];

    /// <summary>Values in the column.</summary>
    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    /// <summary>Draws the column, always the same.</summary>
    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        _values = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        _work = new double[Rows];
    }

    /// <summary>Copies and sorts.</summary>
    [Benchmark(Baseline = true)]
    public double Sort()
    {
        _values.CopyTo(_work, 0);
        Array.Sort(_work);
        return _work[Rows / 2];
    }
}
