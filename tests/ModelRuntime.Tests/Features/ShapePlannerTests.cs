using System.Globalization;
using System.Text;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime.Tests.Features;

public sealed class ShapePlannerTests
{
    [Fact]
    public void Plan_FewDifferentNumbers_EachIsABin()
    {
        var shape = Plan(Enumerable.Range(0, 600).Select(i => $"{i % 24}"));
        Assert.Equal(24, shape.Bins);
    }

    [Fact]
    public void Plan_ManyNumbers_BinsHoldAboutTheSame()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(_ => Math.Exp(3 * random.NextDouble()))];
        var column = Column(values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        var shape = ShapePlanner.Plan(column, 64);
        Assert.InRange(shape.Bins, 50, 70);
        var coder = new FeatureCoder(shape, column, Schema.DefaultMissingTokens);
        var sizes = values.CountBy(value => coder.Read(Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)), out _).Level);
        Assert.All(sizes, size => Assert.InRange(size.Value, 150, 700));
    }

    [Fact]
    public void Plan_ZeroInflated_ZeroIsABinOfItsOwn()
    {
        var random = new Random(1);
        var column = Column(Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? "0" : (random.NextDouble() * 9 + 1).ToString("R", CultureInfo.InvariantCulture)));
        var coder = new FeatureCoder(ShapePlanner.Plan(column, 16), column, Schema.DefaultMissingTokens);
        int zero = coder.Read("0"u8, out _).Level;
        Assert.NotEqual(zero, coder.Read("1.01"u8, out _).Level);
    }

    [Fact]
    public void Plan_RareCategories_AreOthers()
    {
        var shape = Plan(Enumerable.Range(0, 500).Select(i => i < 3 ? "rare" : i % 2 == 0 ? "a" : "b"));
        Assert.Equal(["a", "b"], shape.Values.Order());
        Assert.Equal(4, shape.Levels);
    }

    private static FeatureShape Plan(IEnumerable<string> values) => ShapePlanner.Plan(Column(values), 64);

    private static ColumnFingerprint Column(IEnumerable<string> values)
    {
        using var input = BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes("x\n" + string.Join('\n', values) + "\n")), "x.csv");
        return Profiler.Profile(input, SchemaOverrides.None, new CountOptions()).Columns[0];
    }
}
