namespace Homeostat.Loop;

/// <summary>
/// How much worse a window is than its baseline, with an interval made of the two intervals. Differences: Newcombe's way of squaring and adding
/// (R. G. Newcombe 1998, Stat. Med. 17, 873; Zou and Donner 2008, Stat. Med. 27, 1693). Ratios: the same for quotients (Donner and Zou 2012, Stat.
/// Methods Med. Res. 21, 347).
/// </summary>
/// <param name="Value">The loss; positive is worse.</param>
/// <param name="Lower">Lower end; minus infinity when it is open.</param>
/// <param name="Upper">Upper end; infinity when it is open.</param>
/// <param name="BaselineHalf">What the baseline alone adds to the lower half of the interval: no number of labels takes that away.</param>
internal readonly record struct Loss(double Value, double Lower, double Upper, double BaselineHalf)
{
    /// <summary>The loss; null when one side lacks its value or interval, or the baseline has no error to lose against.</summary>
    public static Loss? Of(LabelledWindow window, LabelledWindow baseline)
    {
        if (window is not { Value: { } now, Lower: { } low, Upper: { } high }) return null;
        if (baseline is not { Value: { } was, Lower: { } lowWas, Upper: { } highWas }) return null;
        return IsBetterWhenLarger(window.Metric)
            ? Difference((was, lowWas, highWas), (now, low, high))
            : was > 0 && lowWas > 0 ? Ratio((now, low, high), (was, lowWas, highWas)) : null;
    }

    public static bool IsBetterWhenLarger(PerformanceMetric metric) => metric <= PerformanceMetric.RocAuc;

    private static Loss Difference((double Value, double Lower, double Upper) was, (double Value, double Lower, double Upper) now)
    {
        double value = was.Value - now.Value, fromBaseline = was.Value - was.Lower;
        return new Loss(value, value - Length(fromBaseline, now.Upper - now.Value), value + Length(was.Upper - was.Value, now.Value - now.Lower), fromBaseline);
    }

    private static Loss Ratio((double Value, double Lower, double Upper) now, (double Value, double Lower, double Upper) was)
    {
        double product = now.Value * was.Value, value = now.Value / was.Value - 1;
        double below = was.Upper * (2 * was.Value - was.Upper), above = was.Lower * (2 * was.Value - was.Lower);
        double lower = (product - Root(product, now.Lower * was.Upper * (2 * now.Value - now.Lower) * (2 * was.Value - was.Upper))) / below - 1;
        double upper = (product + Root(product, now.Upper * was.Lower * (2 * now.Value - now.Upper) * (2 * was.Value - was.Lower))) / above - 1;
        return new Loss(value, below > 0 ? lower : double.NegativeInfinity, upper, (was.Upper - was.Value) / was.Value * (1 + value));
    }

    private static double Root(double product, double other) => Math.Sqrt(Math.Max(0, product * product - other));

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
}
