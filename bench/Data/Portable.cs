namespace Homeostat.Bench.Data;

/// <summary>
/// Logarithm, exponential and normal quantile from IEEE 754 basic operations only. The run-time library's versions differ in the
/// last bit between operating systems, and the files must not. Good to 9 digits, which is plenty for a table of quantiles.
/// </summary>
internal static class Portable
{
    private const double Ln2 = 0.6931471805599453;

    private static readonly double[] TailAbove =
        [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];

    private static readonly double[] TailBelow =
        [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1];

    private static readonly double[] MiddleAbove =
    [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01,
        2.506628277459239,
    ];

    private static readonly double[] MiddleBelow =
        [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1];

    /// <summary>Natural logarithm of a positive number.</summary>
    public static double Log(double x)
    {
        int exponent = 0;
        for (; x >= 2; x /= 2)
            exponent++;
        for (; x < 1; x *= 2)
            exponent--;
        double s = (x - 1) / (x + 1), power = s, sum = 0;
        for (int k = 1; k < 40; k += 2, power *= s * s)
            sum += power / k;
        return (2 * sum) + (exponent * Ln2);
    }

    /// <summary>e to the power of <paramref name="x"/>, for |x| below 700.</summary>
    public static double Exp(double x)
    {
        const int Halvings = 12;
        double small = x / (1 << Halvings), term = 1, sum = 1;
        for (int k = 1; k < 12; k++)
            sum += term *= small / k;
        for (int k = 0; k < Halvings; k++)
            sum *= sum;
        return sum;
    }

    /// <summary>Quantile of the standard normal distribution, 0 &lt; p &lt; 1 (Acklam 2003; relative error below 1.2e-9).</summary>
    public static double NormalQuantile(double p)
    {
        if (p > 0.5)
            return -NormalQuantile(1 - p);
        if (p < 0.02425)
        {
            double t = Math.Sqrt(-2 * Log(p));
            return Polynomial(t, TailAbove) / Polynomial(t, TailBelow);
        }
        double q = p - 0.5;
        return q * Polynomial(q * q, MiddleAbove) / Polynomial(q * q, MiddleBelow);
    }

    private static double Polynomial(double x, double[] coefficients)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
