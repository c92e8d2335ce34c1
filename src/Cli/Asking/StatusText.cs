using System.Globalization;
using Homeostat.Dashboard;

namespace Homeostat.Cli;

/// <summary>Parts of a model's status in words.</summary>
internal static class StatusText
{
    /// <summary>"blue 95 %, green 5 %".</summary>
    internal static string Shares(IReadOnlyDictionary<string, int>? shares) => shares is not { Count: > 0 }
        ? "nobody"
        : string.Join(", ", shares.OrderByDescending(share => share.Value).ThenBy(share => share.Key, StringComparer.Ordinal).Select(share => $"{share.Key} {share.Value} %"));

    /// <summary>"rolling out, step 2 of 4 (paused)".</summary>
    internal static string Phase(ModelView model)
    {
        string phase = model.Phase is null ? "not known yet" : Words(model.Phase);
        if (model.Rollout is { } rollout) phase += string.Create(CultureInfo.InvariantCulture, $", step {rollout.Step} of {rollout.Of}");
        if (model.Controller.Status != "running") phase = $"controller {model.Controller.Status}";
        return model.Paused ? phase + " (paused)" : phase;
    }

    /// <summary>"pass", "fail", "none yet".</summary>
    internal static string Verdict(ModelView model) => model.LastVerdict is null ? "none yet" : model.LastVerdict.Verdict ?? "judged";

    /// <summary>"2 minutes ago".</summary>
    internal static string Ago(DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is not { } then) return "";
        var time = now - then;
        return time switch
        {
            { TotalSeconds: < 2 } => "just now",
            { TotalMinutes: < 2 } => $"{time.TotalSeconds:0} seconds ago",
            { TotalHours: < 2 } => $"{time.TotalMinutes:0} minutes ago",
            { TotalDays: < 2 } => $"{time.TotalHours:0} hours ago",
            _ => $"{time.TotalDays:0} days ago",
        };
    }

    // "rollingOut" is how a program says it.
    private static string Words(string camel) => string.Concat(camel.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
