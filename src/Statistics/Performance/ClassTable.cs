using System.Buffers;

namespace Homeostat.Statistics.Performance;

/// <summary>One <see cref="ClassCount"/> per class, in rented memory.</summary>
internal readonly ref struct ClassTable : IDisposable
{
    /// <summary>More classes than this are surely raw identifiers passed by mistake.</summary>
    public const int MaxClasses = 65_536;

    private readonly ClassCount[] _rented;

    private ClassTable(ClassCount[] rented, int classes)
    {
        _rented = rented;
        Counts = rented.AsSpan(0, classes);
        Counts.Clear();
    }

    public Span<ClassCount> Counts { get; }

    public static ClassTable Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, Masses<double> weights)
    {
        int classes = 1 + Math.Max(Largest(truth, nameof(truth)), Largest(predicted, nameof(predicted)));
        ClassTable table = new(ArrayPool<ClassCount>.Shared.Rent(classes), classes);
        for (int i = 0; i < truth.Length; i++)
        {
            bool same = truth[i] == predicted[i];
            table.Counts[truth[i]].Add(truth: true, predicted: same, weights.Raw(i));
            if (!same) table.Counts[predicted[i]].Add(truth: false, predicted: true, weights.Raw(i));
        }

        return table;
    }

    public void Dispose() => ArrayPool<ClassCount>.Shared.Return(_rented);

    private static int Largest(ReadOnlySpan<int> labels, string name)
    {
        int largest = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] is < 0 or >= MaxClasses) Throw.NotClass(name, i, labels[i], MaxClasses);
            largest = Math.Max(largest, labels[i]);
        }

        return largest;
    }
}
