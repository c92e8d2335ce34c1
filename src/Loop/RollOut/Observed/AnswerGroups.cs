using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Groups answers are counted in. They must be the same in all windows of a rollout, so they hang on nothing that a promotion changes: classes are told
/// apart by a hash of their text, numbers by cells of the reference of the champion before.
/// </summary>
internal sealed class AnswerGroups
{
    // Whole numbers of more values than this are quantities, not classes: as for metrics.
    private const int Classes = 64, Cells = 24, MostClasses = 20;

    private readonly Grid? _grid;

    private AnswerGroups(Grid? grid) => _grid = grid;

    /// <summary>How many there are.</summary>
    internal int Count => _grid is null ? Classes : Math.Min(Cells, _grid.CellCount);

    /// <summary>Whether answers are classes, so that two of them are the same or not.</summary>
    internal bool AreClasses => _grid is null;

    /// <summary>The groups for a model; null when nothing says what its answers are, or numbers have no grid.</summary>
    internal static AnswerGroups? Of(Fingerprint reference, Schema schema)
    {
        if (schema.NameOf(ColumnRole.Prediction) is not { } name) return null;
        // A trainer knows no answers: those are what its labels are.
        var column = reference.Columns.FirstOrDefault(c => c.Schema.Name == name) ?? reference.Columns.FirstOrDefault(c => c.Schema.Role == ColumnRole.Label);
        if (column is { Schema.Type: ColumnType.Text or ColumnType.Timestamp }) return null;
        bool isNumber = column is { Schema.Type: ColumnType.Numeric } || (column is { Schema.Type: ColumnType.Integer } && column.Distinct.Estimate() > MostClasses);
        return isNumber ? column!.Grid is { } grid ? new AnswerGroups(grid) : null : new AnswerGroups(null);
    }

    /// <summary>The group of an answer; null when it is no number and should be.</summary>
    internal int? Of(string answer)
    {
        if (_grid is null) return (int)(AnswerSample.HashOf(LabelText.Canonical(answer)) % Classes);
        return LabelText.TryNumber(answer, out double number) ? (int)((long)_grid.CellOf(number) * Count / _grid.CellCount) : null;
    }
}
