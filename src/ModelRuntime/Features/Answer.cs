using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>A model's answer for one row.</summary>
/// <param name="Class">Number of the class; -1 for numbers.</param>
/// <param name="Value">The number, or the probability: of the positive class for two, of the answer for more.</param>
internal readonly record struct Answer(int Class, double Value)
{
    /// <summary>The answer behind the scores of one row; they are used up.</summary>
    internal static Answer Of(TaskKind kind, Span<double> scores)
    {
        if (kind == TaskKind.Regression) return new Answer(-1, scores[0]);
        if (kind == TaskKind.Binary)
        {
            double probability = LogisticLoss.Sigmoid(scores[0]);
            return new Answer(probability >= 0.5 ? 1 : 0, probability);
        }
        SoftmaxLoss.ToProbabilities(scores);
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return new Answer(best, scores[best]);
    }
}
