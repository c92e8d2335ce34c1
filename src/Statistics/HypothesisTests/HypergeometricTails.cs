namespace Homeostat.Statistics;

/// <summary>Tails of the hypergeometric distribution in logarithms: x marked items among those drawn.</summary>
internal sealed class HypergeometricTails(long marked, long unmarked, long drawn)
{
    private readonly long _lowest = Math.Max(0, drawn - unmarked);
    private readonly long _highest = Math.Min(drawn, marked);
    private readonly long _mode = (long)((Int128)(drawn + 1) * (marked + 1) / ((Int128)marked + unmarked + 2));

    /// <summary>R's and scipy's allowance for probabilities that are equal but computed differently; ln(1 + 1e-7).</summary>
    private const double EqualWithin = 1e-7 - 0.5e-14;

    /// <summary>ln P(X at or below x).</summary>
    internal double LogLower(long x)
    {
        if (x < _lowest) return double.NegativeInfinity;
        if (x >= _highest) return 0;
        return x <= _mode ? SumDown(x) : NormalTail.LogOneMinusExp(Math.Min(0, SumUp(x + 1)));
    }

    /// <summary>ln P(X at or above x).</summary>
    internal double LogUpper(long x)
    {
        if (x > _highest) return double.NegativeInfinity;
        if (x <= _lowest) return 0;
        return x >= _mode ? SumUp(x) : NormalTail.LogOneMinusExp(Math.Min(0, SumDown(x - 1)));
    }

    /// <summary>ln of the total probability of outcomes no likelier than x.</summary>
    internal double LogNoLikelier(long x)
    {
        var threshold = LogProbability(x) + EqualWithin;
        if (LogProbability(_mode) <= threshold) return 0;
        var (lower, upper) = x < _mode ? (x, FirstAbove(threshold)) : (FirstBelow(threshold), x);
        var below = lower < _lowest ? double.NegativeInfinity : SumDown(lower);
        return upper > _highest ? below : Math.Min(0, NormalTail.LogAdd(below, SumUp(upper)));
    }

    private double LogProbability(long x) => Saddlepoint.LogHypergeometric(x, marked, unmarked, drawn);

    /// <summary>The smallest x above the mode whose probability is within the threshold; one past the end if none is.</summary>
    private long FirstAbove(double threshold)
    {
        long likelier = _mode, within = _highest + 1;
        while (within - likelier > 1)
        {
            var middle = likelier + (within - likelier) / 2;
            if (LogProbability(middle) <= threshold) within = middle; else likelier = middle;
        }
        return within;
    }

    /// <summary>The largest x below the mode whose probability is within the threshold; one before the start if none is.</summary>
    private long FirstBelow(double threshold)
    {
        long likelier = _mode, within = _lowest - 1;
        while (likelier - within > 1)
        {
            var middle = within + (likelier - within) / 2;
            if (LogProbability(middle) <= threshold) within = middle; else likelier = middle;
        }
        return within;
    }

    private double SumUp(long x) => LogProbability(x) + Math.Log(OutwardSum.Relative(x, 1, RatioUp));

    private double SumDown(long x) => LogProbability(x) + Math.Log(OutwardSum.Relative(x, -1, RatioDown));

    private double RatioUp(double x) => (marked - x) / (x + 1) * ((drawn - x) / (unmarked - drawn + x + 1));

    private double RatioDown(double x) => x / (marked - x + 1) * ((unmarked - drawn + x) / (drawn - x + 1));
}
