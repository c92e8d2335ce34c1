using Homeostat.Statistics.Multiplicity;

namespace Homeostat.Statistics.Tests.Multiplicity;

// Expected numbers: from statsmodels.stats.multitest import multipletests as mt (0.13.5); [float(v) for v in mt(p, method=m)[1]]
public class PValueAdjustmentTests
{
    private static readonly double[] _p = [0.01, 0.04, 0.03, 0.005, 0.8, 0.04, 0.2];

    public delegate void Adjustment(ReadOnlySpan<double> pValues, Span<double> adjusted);

    public static TheoryData<string> Methods => new("bonferroni", "holm", "fdr_bh");

    [Theory]
    [InlineData("bonferroni", new[] { 0.07, 0.28, 0.21, 0.035, 1, 0.28, 1 })]
    [InlineData("holm", new[] { 0.06, 0.16, 0.15, 0.035, 0.8, 0.16, 0.4 })]
    [InlineData("fdr_bh", new[] { 0.035, 0.056, 0.056, 0.035, 0.8, 0.056, 0.23333333333333336 })]
    public void Adjusted_OfSevenPValues_AgreesWithStatsmodels(string method, double[] expected) =>
        AssertClose(expected, Adjust(method, _p)); // mt([.01,.04,.03,.005,.8,.04,.2], method=m)

    [Theory]
    [InlineData("bonferroni", new[] { 0, 1, 1, 0, 2.5e-323 })]
    [InlineData("holm", new[] { 0, 1, 1, 0, 1.5e-323 })]
    [InlineData("fdr_bh", new[] { 0, 1, 1, 0, 1e-323 })]
    public void Adjusted_OfZerosOnesAndDenormals_AgreesWithStatsmodels(string method, double[] expected) =>
        AssertClose(expected, Adjust(method, [0, 1, 1, 0, double.Epsilon])); // mt([0,1,1,0,5e-324], method=m)

    [Theory]
    [InlineData("bonferroni", new[] { 0.06, 0.06, 0.06 })]
    [InlineData("holm", new[] { 0.06, 0.06, 0.06 })]
    [InlineData("fdr_bh", new[] { 0.02, 0.02, 0.02 })]
    public void Adjusted_OfTies_AgreesWithStatsmodels(string method, double[] expected) =>
        AssertClose(expected, Adjust(method, [0.02, 0.02, 0.02])); // mt([.02,.02,.02], method=m)

    [Theory]
    [InlineData("bonferroni", 950.87)]
    [InlineData("holm", 947.04946)]
    [InlineData("fdr_bh", 10.080658415268942)]
    public void Adjusted_OfAThousandPValues_AgreesWithStatsmodels(string method, double expectedSum)
    {
        // p = ((np.arange(1000)*7919) % 1009 + 1)/1e5; mt(p, method=m)[1].sum()
        double[] p = [.. Enumerable.Range(0, 1000).Select(i => (i * 7919 % 1009 + 1) / 1e5)];
        Close.To(expectedSum, Adjust(method, p).Sum(), 1e-11);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Adjusted_OfOnePValue_IsThatValue(string method) => Assert.Equal([0.03], Adjust(method, [0.03])); // mt([.03], method=m)

    [Theory]
    [MemberData(nameof(Methods))]
    public void Adjusted_WithNaN_IsNaNThroughout(string method) =>
        Assert.All(Adjust(method, [0.1, double.NaN, 0.2]), value => Assert.True(double.IsNaN(value)));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Adjusted_InPlace_IsTheSame(string method)
    {
        double[] values = [.. _p];
        Method(method)(values, values);
        Assert.Equal(Adjust(method, _p), values);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Inputs_OfBadShapeOrValue_AreErrors(string method)
    {
        Adjustment adjust = Method(method);
        Assert.Throws<ArgumentException>("pValues", () => adjust([], []));
        Assert.Throws<ArgumentException>("adjusted", () => adjust([0.1], new double[2]));
        Assert.Throws<ArgumentException>("pValues", () => adjust([-0.1], new double[1]));
        Assert.Throws<ArgumentException>("pValues", () => adjust([1.1], new double[1]));
        double[] memory = new double[3];
        Assert.Throws<ArgumentException>("adjusted", () => adjust(memory.AsSpan(0, 2), memory.AsSpan(1, 2)));
    }

    [Fact]
    public void Methods_OfAnyPValues_AreOrderedMonotoneAndPermutable() => Seeded.Holds(Cases.PValues, p =>
    {
        double[] bonferroni = Adjust("bonferroni", p), holm = Adjust("holm", p), fdr = Adjust("fdr_bh", p);
        bool ordered = p.Select((raw, i) =>
            raw <= fdr[i] + 1e-15 && fdr[i] <= holm[i] + 1e-15 && holm[i] <= bonferroni[i] + 1e-15 && bonferroni[i] <= 1).All(ok => ok);
        bool monotone = p.Zip(holm).Order().Zip(p.Zip(holm).Order().Skip(1)).All(pair => pair.First.Second <= pair.Second.Second);
        return ordered && monotone && Adjust("fdr_bh", Cases.Reversed(p)).SequenceEqual(Cases.Reversed(fdr));
    });

    private static double[] Adjust(string method, double[] p)
    {
        double[] adjusted = new double[p.Length];
        Method(method)(p, adjusted);
        return adjusted;
    }

    private static Adjustment Method(string name) => name switch
    {
        "bonferroni" => PValueAdjustment.Bonferroni,
        "holm" => PValueAdjustment.Holm,
        _ => PValueAdjustment.BenjaminiHochberg,
    };

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Close.To(expected[i], actual[i]);
    }
}
