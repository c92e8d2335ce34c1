using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Which bin each slot of a category table belongs to, by the rules of <see cref="CategoryBins"/>.</summary>
/// <param name="BinOf">The bin of each slot.</param>
/// <param name="Rare">The bin of rare values and of the remainder; those before it hold frequent values.</param>
internal sealed record CategoryGroups(int[] BinOf, int Rare)
{
    /// <summary>Rows a value needs to be frequent.</summary>
    public const int Frequent = 10;

    private const int Shares = 50;

    public static CategoryGroups Of(ColumnFingerprint reference, long total)
    {
        var binOf = new int[reference.Counts.Length];
        Array.Fill(binOf, -1);
        int bins = 0;
        var joined = new List<int>();
        for (int slot = 0; slot < binOf.Length - 1; slot++)
        {
            if (reference.Counts[slot] < Frequent) continue;
            if (IsShare(reference.Counts[slot], total)) binOf[slot] = bins++;
            else joined.Add(slot);
        }
        var values = reference.Categories!.Values;
        joined.Sort((a, b) => string.CompareOrdinal(values[a], values[b]));
        int rare = Join(joined, binOf, bins, reference, total);
        for (int slot = 0; slot < binOf.Length; slot++)
            if (binOf[slot] < 0) binOf[slot] = rare;
        return new CategoryGroups(binOf, rare);
    }

    // What is left over after the last full bin goes to the rare values.
    private static int Join(List<int> slots, int[] binOf, int bins, ColumnFingerprint reference, long total)
    {
        long mass = 0;
        int first = 0;
        for (int i = 0; i < slots.Count; i++)
        {
            mass += reference.Counts[slots[i]];
            if (!IsShare(mass, total)) continue;
            for (; first <= i; first++) binOf[slots[first]] = bins;
            bins++;
            mass = 0;
        }
        return bins;
    }

    private static bool IsShare(long count, long total) => count >= (total + Shares - 1) / Shares;
}
