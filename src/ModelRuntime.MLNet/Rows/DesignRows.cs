using System.Collections;
using Homeostat.Loop;
using Microsoft.ML.Data;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>The first rows of a design, one after the other, as often as asked. They are made when they are read: memory holds the design only.</summary>
internal sealed class DesignRows(Design design, FeatureLayout layout, TaskKind task, int count, CancellationToken cancellation) : IEnumerable<LearnedRow>
{
    public IEnumerator<LearnedRow> GetEnumerator()
    {
        var learned = new LearnedRow();
        float[] values = new float[layout.Features];
        int[] slots = new int[layout.Features];
        for (int row = 0; row < count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int feature = 0; feature < slots.Length; feature++) (slots[feature], values[feature]) = layout.Place(feature, design.Columns[feature].Get(row));
            learned.Features = new VBuffer<float>(layout.Size, slots.Length, values, slots);
            learned.Weight = (float)design.Weights[row];
            Label(learned, design.Targets[row]);
            yield return learned;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Label(LearnedRow learned, double target)
    {
        if (task == TaskKind.Binary) learned.IsPositive = target > 0;
        else if (task == TaskKind.Regression) learned.Number = (float)target;
        else learned.Class = (uint)target;
    }
}
