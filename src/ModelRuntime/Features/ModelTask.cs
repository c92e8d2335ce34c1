using System.Collections.Immutable;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>What a model answers.</summary>
/// <param name="Kind">A class of two or more, or a number.</param>
/// <param name="Label">The column that was learned.</param>
/// <param name="Classes">In the order of the outputs; of two the positive one last. Empty for numbers.</param>
/// <param name="Positive">The class a score is the probability of; null for more than two, and for numbers.</param>
internal sealed record ModelTask(TaskKind Kind, ColumnSchema Label, ImmutableArray<string> Classes, string? Positive)
{
    internal const int MostClasses = 1000;

    internal ILoss Loss() => Kind switch
    {
        TaskKind.Binary => new LogisticLoss(),
        TaskKind.Multiclass => new SoftmaxLoss(Classes.Length),
        _ => new SquaredLoss(),
    };
}
