using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The greedy walk that joins cells to bins of about a tenth of the mass; see <see cref="NumericBins"/> for the rules.</summary>
internal static class BinRuns
{
    public static List<BinRun> Join(ImmutableArray<long> counts, long total, int maxBins)
    {
        var runs = new List<BinRun>(maxBins);
        BinRun? open = null;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            long count = counts[cell];
            if (count == 0) continue;
            var single = new BinRun(cell, cell, count, IsTenth(count, total, maxBins));
            if (single.Alone)
            {
                Close(runs, ref open);
                runs.Add(single);
                continue;
            }
            open = open is { } run ? run.Joined(single) : single;
            if (IsTenth(open.Value.Mass, total, maxBins)) Close(runs, ref open);
        }
        Close(runs, ref open);
        while (runs.Count > maxBins) JoinLightest(runs);
        return runs;
    }

    private static bool IsTenth(long count, long total, int maxBins) => count >= (total + maxBins - 1) / maxBins;

    private static void Close(List<BinRun> runs, ref BinRun? open)
    {
        if (open is { } run) runs.Add(run);
        open = null;
    }

    private static void JoinLightest(List<BinRun> runs)
    {
        int lightest = 0;
        for (int i = 1; i < runs.Count; i++)
            if (runs[i].Mass < runs[lightest].Mass) lightest = i;
        bool withNext = lightest == 0 || (lightest + 1 < runs.Count && runs[lightest + 1].Mass < runs[lightest - 1].Mass);
        int left = withNext ? lightest : lightest - 1;
        runs[left] = runs[left].Joined(runs[left + 1]);
        runs.RemoveAt(left + 1);
    }
}
