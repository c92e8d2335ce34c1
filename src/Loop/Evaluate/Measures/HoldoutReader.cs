using System.Collections.Immutable;
using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Reads labels and answers, and keeps the rows that can be compared.</summary>
internal sealed class HoldoutReader
{
    private readonly ScoredHoldout _holdout;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);

    private HoldoutReader(ScoredHoldout holdout)
    {
        _holdout = holdout;
        // Of two classes the positive one is 1, as scores have it; every other text is the negative one.
        if (holdout.Task == TaskKind.Binary) _classes[holdout.Positive ?? "1"] = 1;
    }

    public static HoldoutRows Read(ScoredHoldout holdout)
    {
        Aligned(holdout.Labels.Length, holdout.Challenger.Length, "The challenger's answers");
        if (!holdout.Champion.IsEmpty) Aligned(holdout.Labels.Length, holdout.Champion.Length, "The champion's answers");
        foreach (var slice in holdout.Slices)
            Aligned(holdout.Labels.Length, Math.Max(slice.Categories.Length, slice.Numbers.Length), $"The slice column '{slice.Column}'");
        return new HoldoutReader(holdout).Read();
    }

    private HoldoutRows Read()
    {
        var all = Enumerable.Range(0, _holdout.Labels.Length);
        int[] labelled = [.. all.Where(row => IsReadable(_holdout.Labels[row]))];
        int challenger = labelled.Count(row => !IsAnswered(_holdout.Challenger, row));
        int champion = _holdout.Champion.IsEmpty ? 0 : labelled.Count(row => !IsAnswered(_holdout.Champion, row));
        int[] source = [.. labelled.Where(row => IsAnswered(_holdout.Challenger, row) && (_holdout.Champion.IsEmpty || IsAnswered(_holdout.Champion, row)))];
        var truth = Side(source, row => _holdout.Labels[row], _ => null);
        var challengers = Side(source, _holdout.Challenger);
        var champions = _holdout.Champion.IsEmpty ? null : Side(source, _holdout.Champion);
        return new HoldoutRows
        {
            Task = _holdout.Task,
            Source = source,
            Truth = truth,
            Challenger = challengers,
            Champion = champions,
            ClassCount = _holdout.Task == TaskKind.Binary ? 2 : _classes.Count,
            UnreadableLabels = _holdout.Labels.Length - labelled.Length,
            ChallengerUnanswered = challenger,
            ChampionUnanswered = champion,
        };
    }

    private HoldoutSide Side(int[] source, ImmutableArray<RowPrediction?> answers) => Side(source, row => answers[row]!.Answer, row => answers[row]!.Score);

    private HoldoutSide Side(int[] source, Func<int, string> answer, Func<int, double?> score)
    {
        bool numbers = _holdout.Task == TaskKind.Regression;
        double?[] scores = Array.ConvertAll(source, row => score(row));
        return new HoldoutSide(
            numbers ? [] : Array.ConvertAll(source, row => ClassOf(answer(row))),
            numbers ? Array.ConvertAll(source, row => Number(answer(row))!.Value) : [],
            Array.TrueForAll(scores, s => s is { } value && double.IsFinite(value)) ? Array.ConvertAll(scores, s => s!.Value) : []);
    }

    private int ClassOf(string text)
    {
        if (_classes.TryGetValue(text, out int known)) return known;
        if (_holdout.Task == TaskKind.Binary) return 0;
        return _classes[text] = _classes.Count;
    }

    private bool IsAnswered(ImmutableArray<RowPrediction?> answers, int row) => answers[row] is { } answer && IsReadable(answer.Answer);

    private bool IsReadable(string? text) => !string.IsNullOrEmpty(text) && (_holdout.Task != TaskKind.Regression || Number(text) is not null);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static void Aligned(int rows, int length, string what)
    {
        if (rows != length)
            throw new ArgumentException($"{what} have {length} rows, the labels {rows}. Rows are compared side by side. Pass one entry a row, null where there is none.");
    }
}
