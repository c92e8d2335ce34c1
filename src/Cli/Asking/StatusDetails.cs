using System.Globalization;
using Homeostat.Dashboard;
using Spectre.Console;

namespace Homeostat.Cli;

/// <summary>One model, line by line.</summary>
internal static class StatusDetails
{
    internal static void Write(ModelView model, Terminal terminal)
    {
        var now = terminal.Clock.GetUtcNow();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
        foreach (var (name, text, style) in Lines(model, now))
            if (text.Length > 0) grid.AddRow(StatusTable.Cell(name, "dim"), StatusTable.Cell(text, style));
        StatusTable.Spectre(terminal).Write(grid);
    }

    private static IEnumerable<(string Name, string Text, string? Style)> Lines(ModelView model, DateTimeOffset now)
    {
        yield return ("model", $"{model.Model}{(model.Endpoint is { } endpoint ? $" at the endpoint {endpoint}" : ", without a policy in force")}", null);
        yield return ("phase", $"{StatusText.Phase(model)}{(model.PhaseSince is null ? "" : $", since {Time(model.PhaseSince)}")}", StatusTable.PhaseStyle(model));
        yield return ("champion", Side(model.Champion), null);
        if (model.Challenger is not null) yield return ("challenger", Side(model.Challenger), null);
        yield return ("traffic", StatusText.Shares(model.Traffic), null);
        if (model.Mirror is { Count: > 0 }) yield return ("mirrored", StatusText.Shares(model.Mirror), null);
        if (model.Remediation is { } remediation) yield return ("under way", string.Create(CultureInfo.InvariantCulture, $"remediation {remediation.Number}, {remediation.Cause}: {remediation.Reason}"), null);
        if (model.Rollout is { } rollout) yield return ("rollout", $"{Of(rollout)}, looked at {Numbers.Count(rollout.Looks, "time")}", null);
        if (model.LastVerdict is { } verdict) yield return ("last verdict", $"{StatusText.Verdict(model)}, {StatusText.Ago(verdict.At, now)}: {verdict.Text}", StatusTable.VerdictStyle(model));
        if (model.Health is { } health) yield return ("data", health.Text, null);
        if (model.Question is { } question)
            yield return ("asks", $"{question.Text} Until {Time(question.Deadline)}: homeostat approve {model.Model} {question.Id}, or with --refuse and --reason.", "yellow");
        if (model.Controller.Failure is { } failure) yield return ("controller", $"{model.Controller.Status}: {failure}", "red");
        yield return ("note", model.Note ?? "", null);
        yield return ("next look", model.NextLook is { } next ? Time(next) : "when something happens", null);
        yield return ("journal", model.JournalLength is { } length ? $"{Numbers.Count(length, "record")}; homeostat journal {model.Model} shows them" : "", null);
    }

    private static string Of(RolloutView rollout) => string.Create(CultureInfo.InvariantCulture,
        $"step {rollout.Step} of {rollout.Of}, {(rollout.Mirror > 0 ? $"{rollout.Mirror} % mirrored" : $"{rollout.Weight} %")}");

    private static string Side(ChampionView? side) => side is null ? "none"
        : $"{side.Deployment}{(side.Version is { } version ? $", version {version}" : "")}{(side.Since is null ? "" : $", since {Time(side.Since)}")}";

    private static string Time(DateTimeOffset? at) => at is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC" : "";
}
