using Homeostat.Batches;

namespace Homeostat.Loop.Tests.Observe;

public class SchemaBreakTests
{
    [Theory]
    [InlineData(3.28084, 0.0, "metres -> feet")]
    [InlineData(0.3048, 0.0, "feet -> metres")]
    [InlineData(2.54, 0.0, "inches -> centimetres")]
    [InlineData(1000.0, 0.0, "thousandth")]
    [InlineData(0.01, 0.0, "percent or hundredths")]
    [InlineData(1.0 / 60, 0.0, "minutes")]
    [InlineData(1.8, 32.0, "Celsius -> Fahrenheit")]
    [InlineData(1.0, 273.15, "Celsius -> Kelvin")]
    [InlineData(-1.0, 0.0, "opposite sign")]
    public void UnitChange_IsNamed(double factor, double offset, string name)
    {
        double[] reference = Samples.Normal(5000, 1, 20, 4), batch = [.. Samples.Normal(800, 2, 20, 4).Select(x => factor * x + offset)];
        var verdict = Judge(reference, batch);
        var finding = Assert.Single(verdict.Findings, f => f.Check == QualityCheck.Unit);
        Assert.Equal(Verdict.Fail, verdict.Verdict);
        Assert.Contains(name, finding.Unit!.Name, StringComparison.Ordinal);
        Assert.Contains("a change of unit", finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3.28084)]
    [InlineData(0.01)]
    [InlineData(10.0)]
    public void UnitChange_OfASkewedColumnWithZeros_IsNamed(double factor)
    {
        double[] Draw(int n, int seed) => [.. Samples.LogNormal(n, seed).Select((x, i) => i % 4 == 0 ? 0 : 100 * x)];
        var verdict = Judge(Draw(5000, 1), [.. Draw(5000, 2).Select(x => x * factor)]);
        Assert.Equal(factor, Assert.Single(verdict.Findings).Unit!.Factor, 4);
    }

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(1.2, 0.0)]
    [InlineData(1.0, 8.0)]
    [InlineData(1.3, 5.0)]
    [InlineData(5.0, 0.0)]
    [InlineData(1.0, -30.0)]
    public void Drift_IsNoUnitChange(double factor, double offset)
    {
        double[] reference = Samples.Normal(5000, 1, 20, 4), batch = [.. Samples.Normal(800, 2, 20, 4).Select(x => factor * x + offset)];
        Assert.Equal(Verdict.Pass, Judge(reference, batch).Verdict);
    }

    [Fact]
    public void UnitChange_OfSamplesThatDidNotChange_IsNeverSeen()
    {
        for (int seed = 0; seed < 300; seed++)
            Assert.Equal(Verdict.Pass, Judge(Samples.LogNormal(500, seed), Samples.LogNormal(60, seed + 1000)).Verdict);
    }

    [Fact]
    public void SwappedColumns_AreNamed_AndNoUnitIsGuessed()
    {
        var reference = Fingerprints.Of(Fingerprints.Numbers(Samples.Normal(3000, 1, 40, 10), "age"), Fingerprints.Numbers(Samples.Normal(3000, 2, 400, 100), "price"));
        var batch = Fingerprints.Of(
            Fingerprints.Count(reference.Columns[0], Samples.Normal(500, 3, 400, 100)), Fingerprints.Count(reference.Columns[1], Samples.Normal(500, 4, 40, 10)));
        var finding = Assert.Single(QualityPolicy.Judge(batch, reference, new QualityOptions()).Findings, f => f.Check == QualityCheck.Swapped);
        Assert.StartsWith("'age' and 'price' hold each other's values", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void ConstantColumn_ThatVariedALot_BreaksTheBatch()
    {
        var verdict = Judge(Distinct(Samples.Normal(3000, 1)), [.. Enumerable.Repeat(0.0, 300)]);
        Assert.Equal((Verdict.Fail, QualityCheck.Constant), (verdict.Verdict, Assert.Single(verdict.Findings).Check));
    }

    [Fact]
    public void ConstantColumn_OfFewValues_MayBeTheBatchsOwn_AndIsOnlyTold()
    {
        var months = Distinct([.. Enumerable.Range(0, 3000).Select(i => (double)(i % 12))]);
        Assert.Equal(Verdict.Inconclusive, Judge(months, [.. Enumerable.Repeat(6.0, 300)]).Verdict);
        var mostlyZero = Distinct(Samples.Repeat((0.0, 999), (1.0, 1)));
        Assert.Equal(Verdict.Pass, Judge(mostlyZero, [.. Enumerable.Repeat(0.0, 300)]).Verdict);
    }

    [Theory]
    [InlineData(0, 30, true)]
    [InlineData(900, 30, false)]
    public void EmptiedColumn_BreaksTheBatch_UnlessItWasNearlyEmpty(int missing, int rows, bool breaks)
    {
        var verdict = Judge(Fingerprints.Numbers([.. Samples.Normal(1000 - missing, 1), .. Enumerable.Repeat(double.NaN, missing)]), [.. Enumerable.Repeat(double.NaN, rows)]);
        Assert.Equal(breaks, verdict.Verdict == Verdict.Fail);
    }

    [Fact]
    public void AbsentFeature_BreaksTheBatch_AbsentLabelDoesNot()
    {
        var reference = Fingerprints.Of(Fingerprints.Numbers(Samples.Normal(100, 1), "x"), Fingerprints.Numbers(Samples.Normal(100, 1), "y", role: ColumnRole.Label));
        ColumnFingerprint Gone(int i) => reference.Columns[i] with { Present = false, Missing = 100, Moments = Moments.Empty, Counts = [.. new long[reference.Columns[i].Counts.Length]] };
        Assert.Equal(Verdict.Fail, QualityPolicy.Judge(Fingerprints.Of(Gone(0), reference.Columns[1]), reference, new QualityOptions()).Verdict);
        Assert.Equal(Verdict.Pass, QualityPolicy.Judge(Fingerprints.Of(reference.Columns[0], Gone(1)), reference, new QualityOptions()).Verdict);
        Assert.Equal(Verdict.Pass, QualityPolicy.Judge(Fingerprints.Of(Gone(0), reference.Columns[1]), reference, new QualityOptions { Columns = [new ColumnRule("x") { Required = false }] }).Verdict);
    }

    [Fact]
    public void RecodedCategories_BreakTheBatch()
    {
        var reference = Fingerprints.Of(Fingerprints.Words(Samples.Zipf(1000, 1, 8)));
        var batch = Fingerprints.Of(Fingerprints.Count(reference.Columns[0], [.. Samples.Zipf(200, 2, 8).Select(v => v.ToUpperInvariant())]));
        Assert.Equal(QualityCheck.Recoded, Assert.Single(QualityPolicy.Judge(batch, reference, new QualityOptions()).Findings).Check);
    }

    [Fact]
    public void Switches_TurnTheseOff()
    {
        var reference = Fingerprints.Of(Distinct(Samples.Normal(3000, 1, 20, 4)));
        var options = new QualityOptions { UnitChanges = false, SchemaBreaks = false };
        var feet = Fingerprints.Of(Fingerprints.Count(reference.Columns[0], [.. Samples.Normal(300, 1, 20, 4).Select(x => x * 3.28084)]));
        var stuck = Fingerprints.Of(Fingerprints.Count(reference.Columns[0], [.. Enumerable.Repeat(0.0, 300)]));
        Assert.Equal(Verdict.Pass, QualityPolicy.Judge(feet, reference, options).Verdict);
        Assert.Equal(Verdict.Pass, QualityPolicy.Judge(stuck, reference, options).Verdict);
    }

    private static QualityVerdict Judge(double[] reference, double[] batch) => Judge(Fingerprints.Numbers(reference), batch);

    private static QualityVerdict Judge(ColumnFingerprint reference, double[] batch) =>
        QualityPolicy.Judge(Fingerprints.Of(Fingerprints.Count(reference, batch)), Fingerprints.Of(reference), new QualityOptions());

    private static ColumnFingerprint Distinct(double[] values)
    {
        var column = Fingerprints.Numbers(values);
        foreach (double value in values.Distinct()) column.Distinct.Add(unchecked((ulong)BitConverter.DoubleToInt64Bits(value) * 0x9E3779B97F4A7C15UL));
        return column;
    }
}
