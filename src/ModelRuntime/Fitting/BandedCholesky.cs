namespace Homeostat.ModelRuntime;

/// <summary>
/// The Cholesky factor L of a symmetric positive definite matrix with two diagonals beside the main one (Golub and Van Loan, Matrix Computations,
/// 4th edition, section 4.3.5).
/// </summary>
internal sealed class BandedCholesky
{
    private readonly double[] _main, _first, _second;

    /// <param name="main">The main diagonal.</param>
    /// <param name="first">The diagonal below it; element i stands in row i + 1.</param>
    /// <param name="second">The one below that; element i stands in row i + 2.</param>
    internal BandedCholesky(double[] main, double[] first, double[] second)
    {
        (_main, _first, _second) = (main, first, second);
        for (int i = 0; i < main.Length; i++)
        {
            double far = i >= 2 ? second[i - 2] /= main[i - 2] : 0;
            double near = 0;
            if (i >= 1) near = first[i - 1] = (first[i - 1] - (i >= 2 ? far * first[i - 2] : 0)) / main[i - 1];
            main[i] = Math.Sqrt(main[i] - near * near - far * far);
        }
    }

    /// <summary>Solves L x = b in place.</summary>
    internal void SolveForward(Span<double> b)
    {
        for (int i = 0; i < b.Length; i++)
        {
            if (i >= 1) b[i] -= _first[i - 1] * b[i - 1];
            if (i >= 2) b[i] -= _second[i - 2] * b[i - 2];
            b[i] /= _main[i];
        }
    }

    /// <summary>Solves L' x = b in place.</summary>
    internal void SolveBackward(Span<double> b)
    {
        for (int i = b.Length - 1; i >= 0; i--)
        {
            if (i + 1 < b.Length) b[i] -= _first[i] * b[i + 1];
            if (i + 2 < b.Length) b[i] -= _second[i] * b[i + 2];
            b[i] /= _main[i];
        }
    }

    /// <summary>L' x in place: the way back from <see cref="SolveBackward"/>.</summary>
    internal void MultiplyTransposed(Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] *= _main[i];
            if (i + 1 < x.Length) x[i] += _first[i] * x[i + 1];
            if (i + 2 < x.Length) x[i] += _second[i] * x[i + 2];
        }
    }
}
