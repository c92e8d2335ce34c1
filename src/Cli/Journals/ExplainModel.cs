using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Writes where a model stands, or why something was decided, in paragraphs that fit the terminal.</summary>
internal sealed class ExplainModel(string state, Terminal terminal)
{
    private const string Indent = "  ", Hanging = "    ";
    private const int WidestText = 110;

    internal int Run(string model, string? what) => StateFolder.Read(state, model, async store =>
    {
        await KnownModels.NeedAsync(store, state, model, terminal.Cancellation);
        var explainer = new JournalExplainer(store);
        var told = what is null
            ? await explainer.StandingAsync(model, terminal.Cancellation)
            : await explainer.ExplainAsync(model, what, terminal.Cancellation);
        Write(told ?? throw Unknown(model, what));
        return ExitCode.Healthy;
    });

    private void Write(Explanation it)
    {
        var style = new Style(terminal.IsColoured);
        terminal.Out.WriteLine(style.Bold(Printable.Of(it.Title)));
        foreach (var (title, lines) in it.Parts)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(style.Dim(Printable.Of(title)));
            foreach (string line in lines) Write(line);
        }
    }

    private void Write(string text)
    {
        // A number and its percent sign stay on one line.
        string bound = Printable.Of(text).Replace(" %", "\u00A0%", StringComparison.Ordinal);
        var lines = Lines.Wrap(bound, Math.Min(terminal.Width, WidestText) - Hanging.Length);
        for (int i = 0; i < lines.Count; i++) terminal.Out.WriteLine((i == 0 ? Indent : Hanging) + lines[i].Replace('\u00A0', ' '));
    }

    private static BadInputException Unknown(string model, string? what) => new(ErrorCodes.EventUnknown,
        $"The journal of {model} has no event '{what}'.",
        "An event is a record's number, an incident, a batch or label file, or an approval.",
        $"homeostat journal {model} lists the records; homeostat explain {model} names the last incident.");
}
