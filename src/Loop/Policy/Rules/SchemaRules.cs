using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Roles that one column alone can have, and those that the loop cannot do without.</summary>
internal static class SchemaRules
{
    private static readonly ColumnRole[] s_exclusive = [ColumnRole.Prediction, ColumnRole.Label, ColumnRole.Id, ColumnRole.Time, ColumnRole.Weight];

    internal static void Check(ModelPolicy policy, Place place)
    {
        var columns = policy.Schema.Columns;
        foreach (var role in s_exclusive)
        {
            var holders = columns.Where(column => column.Role == role).Select(column => column.Name).Distinct().ToList();
            foreach (string later in holders.Skip(1))
                place.Member(later).Member("role").Error($"is \"{Word(role)}\", which {JsonWords.Quoted(holders[0])} is already; only one column can be");
        }
        if (columns.All(column => column.Role != ColumnRole.Label))
            place.Warn($"gives no column the role label: nothing can be retrained, no challenger compared; say {{ \"roles\": {{ \"COLUMN\": \"label\" }} }}");
        else if (policy.Triggers.Performance && columns.All(column => column.Role != ColumnRole.Prediction))
            place.Warn("gives no column the role prediction: performance is judged only from rows whose answers come from the endpoint's own records");
    }

    private static string Word(ColumnRole role) => JsonWords.Camel(role.ToString());
}
