using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Writes what a policy will do, in paragraphs that fit the terminal.</summary>
internal sealed class ExplainPolicy(Terminal terminal)
{
    private const string Indent = "  ";
    private const int WidestText = 100;

    internal int Run(string file)
    {
        var reading = PolicySource.Read(file);
        var policy = reading.Policy ?? throw PolicyFile.Invalid(reading, file);
        var style = new Style(terminal.IsColoured);
        int width = Math.Min(terminal.Width, WidestText) - Indent.Length;
        foreach (var (title, text) in PolicyExplainer.Explain(policy)) Write(style.Bold(title), text, width);
        var warnings = reading.Problems.Select(problem => problem.ToString()).ToList();
        if (warnings.Count > 0) Write(style.Yellow("But note"), $"{string.Join("; ", warnings)}.", width);
        return ExitCode.Healthy;
    }

    private void Write(string title, string text, int width)
    {
        terminal.Out.WriteLine(title);
        // A number and its percent sign stay on one line.
        string bound = Printable.Of(text).Replace(" %", "\u00A0%", StringComparison.Ordinal);
        foreach (string line in Lines.Wrap(bound, width)) terminal.Out.WriteLine(Indent + line.Replace('\u00A0', ' '));
        terminal.Out.WriteLine();
    }
}
