namespace Homeostat.Loop;

/// <summary>Places in a policy file that more than one rule speaks of.</summary>
internal static class PolicyPointers
{
    internal const string Columns = "/schema/columns";

    internal static string Role(string column) => $"{Columns}/{Place.Escaped(column)}/role";

    internal static string ShortRole(string column) => $"/roles/{Place.Escaped(column)}";
}
