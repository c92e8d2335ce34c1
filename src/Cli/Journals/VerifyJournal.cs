using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Walks the chain of a journal, and says what holds and what does not.</summary>
internal sealed class VerifyJournal(JournalRequest request, Terminal terminal)
{
    private const string Indent = "  ";

    private readonly Style _style = new(terminal.IsColoured);

    internal int Run() => StateFolder.Read(request.State, request.Model, RunAsync);

    private async Task<int> RunAsync(IBlobStore store)
    {
        await KnownModels.NeedAsync(store, request.State, request.Model, terminal.Cancellation);
        var found = await new JournalVerifier(store).VerifyAsync(request.Model, terminal.Cancellation);
        bool holds = found.Fault is null or { IsUnfinished: true };
        Write(_style.Bold($"The journal of {request.Model} ") + (holds ? _style.Green("is intact") : _style.Red("is not as it was written")) + _style.Bold("."));
        string records = Numbers.Count(found.Records, "record");
        if (holds) Tell($"{records}, from number 0 on, were read: each has the hash of its bytes, the number that is due, and the hash of the one before.");
        else Tell($"{records} hold; then: {found.Fault!.Reason}");
        if (holds && found.Fault is { } unfinished) Tell(unfinished.Reason);
        foreach (string note in found.Notes) Tell(note);
        Tell($"The hash of the last good record is {found.Head}. A chain cannot tell that its end was cut off: keep this hash elsewhere, and look for it in the journal later.");
        return holds ? ExitCode.Healthy : ExitCode.Drift;
    }

    private void Tell(string text)
    {
        foreach (string line in Lines.Wrap(Printable.Of(text), terminal.Width - Indent.Length)) Write(Indent + line);
    }

    private void Write(string line) => terminal.Out.WriteLine(line);
}
