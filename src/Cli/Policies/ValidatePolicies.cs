using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Checks policy files, each on its own: one that is wrong does not hide what is wrong with the next.</summary>
internal sealed class ValidatePolicies(Terminal terminal)
{
    private const string Indent = "           ";

    private readonly Style _style = new(terminal.IsColoured);

    internal int Run(IReadOnlyList<string> files)
    {
        // Not short-circuited: every file is looked at.
        int invalid = files.Count(file => !IsValid(file));
        return invalid == 0 ? ExitCode.Healthy : ExitCode.BadInput;
    }

    private bool IsValid(string file)
    {
        PolicyReading reading;
        try
        {
            reading = PolicySource.Read(file);
        }
        catch (BadInputException e)
        {
            ErrorText.Write(terminal, e);
            return false;
        }
        if (reading.Policy is { } policy)
            terminal.Out.WriteLine(Printable.Of($"{file}: ") + _style.Green("valid") + Printable.Of($", model {policy.Model}, endpoint {policy.Endpoint}{Warnings(reading)}"));
        else
            terminal.Error.WriteLine(Printable.Of($"error {ErrorCodes.PolicyInvalid}: {file} has {Numbers.Count(Errors(reading), "error")}{Warnings(reading)}"));
        foreach (var problem in reading.Problems) Tell(problem, reading.Policy is null ? terminal.Error : terminal.Out);
        return reading.Policy is not null;
    }

    private void Tell(PolicyProblem problem, TextWriter writer)
    {
        bool isError = problem.Severity == PolicySeverity.Error;
        string label = isError ? "error  " : "warning";
        var lines = Lines.Wrap(Printable.Of(problem.ToString()), terminal.Width - Indent.Length);
        // Colours are for standard output; errors may go elsewhere.
        string shown = writer == terminal.Out && !isError ? _style.Yellow(label) : label;
        writer.WriteLine($"  {shown}  {lines[0]}");
        foreach (string line in lines.Skip(1)) writer.WriteLine(Indent + line);
    }

    private static int Errors(PolicyReading reading) => reading.Problems.Count(problem => problem.Severity == PolicySeverity.Error);

    private static string Warnings(PolicyReading reading)
    {
        int count = reading.Problems.Length - Errors(reading);
        return count == 0 ? "" : $", {Numbers.Count(count, "warning")}";
    }
}
