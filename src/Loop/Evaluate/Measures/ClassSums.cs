namespace Homeostat.Loop;

/// <summary>Balanced accuracy and F1, from how often each class is true, answered, and both.</summary>
/// <param name="truth">The labels.</param>
/// <param name="side">The answers.</param>
/// <param name="classes">Number of classes.</param>
/// <param name="f1">F1, macro-averaged over more than two classes; else balanced accuracy.</param>
internal sealed class ClassSums(HoldoutSide truth, HoldoutSide side, int classes, bool f1) : IRowSums
{
    public int Width => 3 * classes;

    public void Add(int row, Span<double> sums)
    {
        int real = truth.Classes[row], said = side.Classes[row];
        sums[3 * real]++;
        sums[3 * said + 1]++;
        if (real == said) sums[3 * real + 2]++;
    }

    public double Value(ReadOnlySpan<double> sums) => !f1 ? MeanRecall(sums) : classes == 2 ? F1(sums[3..]) : MeanF1(sums);

    private double MeanRecall(ReadOnlySpan<double> sums)
    {
        double sum = 0, occurring = 0;
        for (int i = 0; i < classes; i++)
        {
            if (sums[3 * i] == 0) continue;
            sum += sums[3 * i + 2] / sums[3 * i];
            occurring++;
        }

        return sum / occurring;
    }

    private double MeanF1(ReadOnlySpan<double> sums)
    {
        double sum = 0, occurring = 0;
        for (int i = 0; i < classes; i++)
        {
            if (sums[3 * i] + sums[3 * i + 1] == 0) continue;
            sum += F1(sums[(3 * i)..]);
            occurring++;
        }

        return sum / occurring;
    }

    private static double F1(ReadOnlySpan<double> counts) => counts[0] + counts[1] == 0 ? 0 : 2 * counts[2] / (counts[0] + counts[1]);
}
