using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Values that chance made frequent. A value just above the cut between frequent and rare may be there by luck, and in a fresh batch such values
/// fall back together: an honest test would see "drift". So up to half of their rows count for whichever bin, their own or the rare
/// one, lets the batch look most like the reference; nothing changes where no value is near the cut. Half, because luck of one and a half
/// standard errors makes ten rows of five.
/// </summary>
internal static class SelectionBias
{
    public static void Ease(long[] test, long[] current, ColumnFingerprint reference, CategoryGroups groups)
    {
        double scale = Total(test) / Total(current), room = current[groups.Rare] * scale - test[groups.Rare], wanted = 0;
        if (room <= 0) return;
        long[] lucky = Lucky(reference, groups);
        for (int bin = 0; bin < groups.Rare; bin++) wanted += Excess(bin);
        if (wanted <= 0) return;
        for (int bin = 0; bin < groups.Rare; bin++)
        {
            long moved = (long)(Excess(bin) * Math.Min(1, room / wanted));
            test[bin] -= moved;
            test[groups.Rare] += moved;
        }

        double Excess(int bin) => Math.Clamp(test[bin] - current[bin] * scale, 0, lucky[bin]);
    }

    // Half of the rows, by bin, of values within two standard errors above the cut: ten rows, or the rarest that the table had room to name.
    private static long[] Lucky(ColumnFingerprint reference, CategoryGroups groups)
    {
        bool full = reference.Categories!.RemainderHashes.Length > 0;
        double cut = full ? Math.Max(CategoryGroups.Frequent, RareValues.RarestNamed(reference)) : CategoryGroups.Frequent;
        double limit = cut + 2 * Math.Sqrt(cut);
        var rows = new long[groups.Rare];
        for (int slot = 0; slot < groups.BinOf.Length; slot++)
            if (groups.BinOf[slot] < groups.Rare && reference.Counts[slot] <= limit) rows[groups.BinOf[slot]] += reference.Counts[slot] / 2;
        return rows;
    }

    private static double Total(long[] counts)
    {
        double sum = 0;
        foreach (long count in counts) sum += count;
        return sum;
    }
}
