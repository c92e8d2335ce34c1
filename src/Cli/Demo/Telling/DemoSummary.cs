using System.Globalization;

namespace Homeostat.Cli;

/// <summary>The table at the end: what was done to the world, and what became of it.</summary>
internal static class DemoSummary
{
    private const int Width = 118, Injected = 3;

    private static readonly string[] s_headers = ["", "incident", "right", "what was injected", "what was done", "detected", "recovered", "failed"];

    internal static void Tell(Story story, IReadOnlyList<SceneResult> results)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var table = new TextTable(s_headers, Width, Injected);
        foreach (var result in results) table.Add(Row(result), last => last);
        table.Write(text, new Style(false));
        story.Block(text.ToString().TrimEnd());
        story.Block("Detected, recovered: time from the first file, request or live answer that shows it. Failed: requests, as callers saw them.", Tone.Aside);
    }

    internal static string[] Row(SceneResult result) =>
    [
        result.Number.ToString(CultureInfo.InvariantCulture), result.Title, result.Wrong.IsEmpty ? "yes" : "NO", result.Injected, result.Done,
        After(result.DetectedAt - result.InjectedAt), After(result.RecoveredAt - result.InjectedAt), $"{Numbers.Count(result.Failed)} of {Numbers.Count(result.Requests)}",
    ];

    /// <summary>A duration as people read it; a dash for one that never ended.</summary>
    internal static string After(TimeSpan? time) => time switch
    {
        null => "-",
        { TotalSeconds: < 1 } brief => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, brief.TotalMilliseconds):0} ms"),
        { } longer => string.Create(CultureInfo.InvariantCulture, $"{longer.TotalSeconds:0.0} s"),
    };
}
