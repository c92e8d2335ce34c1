namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Records that always come together.</summary>
internal static class Chapters
{
    internal static readonly string[] Trained = ["retrain-decided", "job-submitted", "job-ended"];

    internal static readonly string[] Gated = [.. Trained, "gates-judged"];

    internal static readonly string[] Step = ["traffic-shifted", "step-judged"];

    internal static readonly string[] Back = ["traffic-shifted", "rolled-back"];

    /// <summary>From the cause up to so many steps that passed.</summary>
    internal static string[] Through(int steps) => [.. Gated, "undo-prepared", .. Enumerable.Repeat(Step, steps).SelectMany(step => step)];

    /// <summary>From the cause to the promotion of a first model, which gets all traffic at once.</summary>
    internal static readonly string[] First = [.. Gated, "undo-prepared", "traffic-shifted", "promoted"];

    /// <summary>From the cause to the promotion.</summary>
    internal static readonly string[] Promoted = [.. Through(4), "promoted"];

    /// <summary>From the cause to the end of the bake.</summary>
    internal static readonly string[] Healed = [.. Promoted, "step-judged"];
}
