namespace Homeostat.Loop.Tests;

/// <summary>Seeded samples.</summary>
internal static class Samples
{
    public static double[] Normal(int n, int seed, double mean = 0, double sd = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => mean + sd * Gauss(random))];
    }

    public static double[] LogNormal(int n, int seed, double sigma = 1) => [.. Normal(n, seed, 0, sigma).Select(Math.Exp)];

    /// <summary>Levels "v0", "v1", ... with probability falling as 1 / (rank + 1)^exponent.</summary>
    public static string[] Zipf(int n, int seed, int levels, double exponent = 1)
    {
        var random = new Random(seed);
        var cumulative = new double[levels];
        double sum = 0;
        for (int i = 0; i < levels; i++) cumulative[i] = sum += Math.Pow(i + 1, -exponent);
        return [.. Enumerable.Range(0, n).Select(_ => Level(cumulative, random.NextDouble() * sum))];
    }

    /// <summary>Each value as often as it says.</summary>
    public static T[] Repeat<T>(params (T Value, int Times)[] parts) => [.. parts.SelectMany(p => Enumerable.Repeat(p.Value, p.Times))];

    private static string Level(double[] cumulative, double at)
    {
        int index = Array.BinarySearch(cumulative, at);
        return $"v{(index < 0 ? ~index : index)}";
    }

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
