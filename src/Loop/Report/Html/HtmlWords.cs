using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What the page calls things.</summary>
internal static class HtmlWords
{
    public static string Verdict(Verdict verdict) => verdict switch
    {
        Loop.Verdict.Pass => "No drift",
        Loop.Verdict.Fail => "Drift",
        Loop.Verdict.Inconclusive => "Inconclusive",
        _ => "Not judged",
    };

    /// <summary>A sign for each verdict, so that colour is not all that tells them apart.</summary>
    public static string Sign(Verdict verdict) => verdict switch
    {
        Loop.Verdict.Pass => "\u2713",
        Loop.Verdict.Fail => "\u2715",
        Loop.Verdict.Inconclusive => "?",
        _ => "!",
    };

    public static string Type(ColumnType type) => JsonNames.Of(type);

    /// <summary>Reasons with typographic arrows and minus signs.</summary>
    public static string Prose(string reason) => reason.Replace(" -> ", " \u2192 ", StringComparison.Ordinal);

    public static string Capital(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>The observed value or threshold of a signal: a number, or percentage points for rates.</summary>
    public static string Amount(DriftSignal signal, double? value) =>
        value is not { } number ? "\u2013"
        : SignalNames.IsRate(signal) ? $"{(number > 0 ? "+" : "")}{Words.Number(Math.Round(number * 100, 1))} pts"
        : Words.Number(number);
}
