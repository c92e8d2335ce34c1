using Homeostat.Dashboard;
using Spectre.Console;

namespace Homeostat.Cli;

/// <summary>All models as a table, and below it what people are asked.</summary>
internal static class StatusTable
{
    internal static void Write(IReadOnlyList<ModelView> models, Terminal terminal)
    {
        var now = terminal.Clock.GetUtcNow();
        var table = new Table { Border = TableBorder.Rounded };
        foreach (string header in new[] { "model", "phase", "since", "champion", "traffic", "last verdict", "asks" }) table.AddColumn(header);
        foreach (var model in models)
        {
            table.AddRow(
                Cell(model.Model),
                Cell(StatusText.Phase(model), PhaseStyle(model)),
                Cell(StatusText.Ago(model.PhaseSince, now)),
                Cell(Champion(model)),
                Cell(StatusText.Shares(model.Traffic)),
                Cell(StatusText.Verdict(model), VerdictStyle(model)),
                Cell(model.Question is null ? "-" : model.Question.Id, model.Question is null ? null : "yellow"));
        }
        Spectre(terminal).Write(table);
        foreach (var model in models.Where(model => model.Question is not null))
            terminal.Out.WriteLine(Printable.Of($"{model.Model} asks: {model.Question!.Text} Answer with homeostat approve {model.Model} {model.Question.Id}, or with --refuse and --reason."));
    }

    /// <summary>Spectre's console on the terminal's own writer.</summary>
    internal static IAnsiConsole Spectre(Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    internal static Markup Cell(string text, string? style = null)
    {
        string safe = Markup.Escape(Printable.Of(text));
        return new Markup(style is null ? safe : $"[{style}]{safe}[/]");
    }

    internal static string? PhaseStyle(ModelView model) => model switch
    {
        { Controller.Status: not "running" } or { Phase: "escalated" or "rollingBack" } => "red",
        { Paused: true } or { Phase: "awaitingApproval" } => "yellow",
        { Phase: "steady" } => "green",
        _ => null,
    };

    internal static string? VerdictStyle(ModelView model) => model.LastVerdict?.Verdict switch
    {
        "pass" => "green",
        "fail" or "error" => "red",
        "inconclusive" => "yellow",
        _ => null,
    };

    private static string Champion(ModelView model) => model.Champion is not { } champion ? "none"
        : champion.Version is { } version ? $"{champion.Deployment} (v{version})" : champion.Deployment;
}
