namespace Homeostat.Loop;

/// <summary>When data has drifted.</summary>
internal static class DriftSentences
{
    internal static string Of(JudgeOptions judge) => Say.Sentences(
        Thresholds(judge.Drift), Chance(judge.Drift), Windows(judge), Confirmed(judge));

    private static string Thresholds(DriftOptions drift)
    {
        var above = Distances(drift).Concat(Rates(drift)).ToList();
        return above.Count == 0
            ? "every signal is off: a column has drifted only when it is gone."
            : $"a column has drifted when it is gone, or when {Say.List(above, "or")}.";
    }

    private static IEnumerable<string> Distances(DriftOptions drift)
    {
        if (drift.Psi is { } psi) yield return $"its population stability index (PSI) exceeds {Say.Number(psi)}";
        if (drift.JensenShannon is { } jensen) yield return $"its Jensen-Shannon distance exceeds {Say.Number(jensen)}";
        if (drift.Wasserstein is { } wasserstein) yield return $"its Wasserstein distance exceeds {Say.Number(wasserstein)} standard deviations, for numbers";
        if (drift.KolmogorovSmirnov is { } ks) yield return $"its Kolmogorov-Smirnov statistic exceeds {Say.Number(ks)}, for numbers";
        if (drift.Hellinger is { } hellinger) yield return $"its Hellinger distance exceeds {Say.Number(hellinger)}";
    }

    private static IEnumerable<string> Rates(DriftOptions drift)
    {
        var rates = new List<(double Share, string What)>();
        if (drift.MissingRate is { } missing) rates.Add((missing, "missing values"));
        if (drift.TypeErrorRate is { } types) rates.Add((types, "values of the wrong type"));
        if (drift.UnseenRate is { } unseen) rates.Add((unseen, "values never seen in training"));
        if (drift.OutOfRangeRate is { } outside) rates.Add((outside, "values out of the training data's range"));
        return rates.GroupBy(rate => rate.Share)
            .Select(group => $"{JsonWords.Either([.. group.Select(rate => rate.What)])} became more frequent by over {Say.Points(group.Key)}");
    }

    private static string Chance(DriftOptions drift) =>
        $"chance must be ruled out as well: of batches that did not move, at most {Say.Percent(drift.Alpha)} are called drifted.";

    private static string? Windows(JudgeOptions judge) => judge.Windows.IsEmpty
        ? null
        : $"with each batch, {Say.All([.. judge.Windows.Select(Window)])} {(judge.Windows.Length == 1 ? "is" : "are each")} judged as a whole, too.";

    private static string Window(WindowOptions window) => window.Batches is { } batches
        ? batches == 1 ? "the last batch" : $"the last {Say.Count(batches)} batches"
        : $"what came in the last {DurationWords.Of(window.Span ?? default)}";

    private static string Confirmed(JudgeOptions judge)
    {
        string rule = (judge.BreachesNeeded, judge.BreachesAmong) switch
        {
            (1, _) => "one failed batch confirms it",
            var (needed, among) when needed == among => $"{Say.Count(needed)} failed batches in a row confirm it",
            var (needed, among) => $"{Say.Count(needed)} failed batches among the last {Say.Count(among)} confirm it",
        };
        return judge.Cooldown == TimeSpan.Zero ? $"{rule}." : $"{rule}; then the same signal does not confirm again for {DurationWords.Of(judge.Cooldown)}.";
    }
}
