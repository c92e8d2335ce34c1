using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What a model answers, told by its labels; trainer and judge must agree on it.</summary>
public static class HoldoutTask
{
    // A whole-number label with more levels than this is a quantity, not a class.
    private const int MostClasses = 20;

    private static readonly string[] _positive = ["1", "true", "yes", "Yes", "YES", "positive"];

    /// <summary>The task, and for two classes the positive one: whose probability a score is.</summary>
    /// <param name="labels">The labels in their canonical form, each at least once.</param>
    /// <param name="type">Type of the label column.</param>
    public static (TaskKind Task, string? Positive) Of(IReadOnlyCollection<string> labels, ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var classes = labels.Distinct(StringComparer.Ordinal).Take(MostClasses + 1).ToList();
        if (type == ColumnType.Numeric || (type == ColumnType.Integer && classes.Count > MostClasses)) return (TaskKind.Regression, null);
        if (classes.Count > 2) return (TaskKind.Multiclass, null);
        return (TaskKind.Binary, Array.Find(_positive, classes.Contains) ?? classes.Max(StringComparer.Ordinal));
    }
}
