namespace Homeostat.Loop;

/// <summary>How a categorical column moved: the two values whose shares changed most; rarer and unseen values count as one each.</summary>
internal static class CategoryCauses
{
    public static List<string> Of(ColumnPair pair, ref bool unseenTold)
    {
        int slots = pair.Reference.Counts.Length, unseen = slots;
        var (first, second) = LargestTwo(pair, slots + 1);
        var clauses = new List<string> { Clause(pair, first) };
        unseenTold = first == unseen;
        // The runner-up is worth words when it is not just the mirror image of a two-valued column.
        if (slots > 3 && Math.Abs(Change(pair, second)) > 0.01)
        {
            clauses.Add(Clause(pair, second));
            unseenTold |= second == unseen;
        }
        return clauses;
    }

    private static (int First, int Second) LargestTwo(ColumnPair pair, int slots)
    {
        int first = 0, second = -1;
        for (int slot = 1; slot < slots; slot++)
        {
            double change = Math.Abs(Change(pair, slot));
            if (change > Math.Abs(Change(pair, first))) (first, second) = (slot, first);
            else if (second < 0 || change > Math.Abs(Change(pair, second))) second = slot;
        }
        return (first, second);
    }

    private static string Clause(ColumnPair pair, int slot)
    {
        var values = pair.Reference.Categories!.Values;
        string what = slot < values.Length ? Words.Quoted(values[slot]) : slot == values.Length ? "rarer values" : "unseen value share";
        return $"{what} {Words.Change(Share(pair, slot, false), Share(pair, slot, true))}";
    }

    private static double Change(ColumnPair pair, int slot) => Share(pair, slot, true) - Share(pair, slot, false);

    private static double Share(ColumnPair pair, int slot, bool current)
    {
        var side = current ? pair.Current : pair.Reference;
        long count = slot < side.Counts.Length ? side.Counts[slot] : side.Unseen;
        return (double)count / (current ? pair.CurrentValues : pair.ReferenceValues);
    }
}
