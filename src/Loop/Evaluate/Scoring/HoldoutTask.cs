using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What a model answers, told by its labels.</summary>
internal static class HoldoutTask
{
    // A whole-number label with more levels than this is a quantity, not a class.
    private const int MostClasses = 20;

    private static readonly string[] _positive = ["1", "true", "yes", "Yes", "YES", "positive"];

    internal static (TaskKind Task, string? Positive) Of(IReadOnlyCollection<string> labels, ColumnType type)
    {
        var classes = labels.Distinct(StringComparer.Ordinal).Take(MostClasses + 1).ToList();
        if (type == ColumnType.Numeric || (type == ColumnType.Integer && classes.Count > MostClasses)) return (TaskKind.Regression, null);
        if (classes.Count > 2) return (TaskKind.Multiclass, null);
        return (TaskKind.Binary, Array.Find(_positive, classes.Contains) ?? classes.Max(StringComparer.Ordinal));
    }
}
