using System.Globalization;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Records as lines: time, sequence, kind, a sentence. Columns are of fixed width, so that a journal can be followed.</summary>
internal sealed class JournalLines(Terminal terminal)
{
    private const int NarrowestText = 30;

    private static readonly int s_indent = Head("", "", "").Length;

    private readonly Style _style = new(terminal.IsColoured);

    internal void WriteHeader() => terminal.Out.WriteLine(_style.Dim(Head("time (UTC)", "record", "kind") + "what"));

    internal void Write(JournalRecord record)
    {
        string at = record.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        string head = Head(at, record.Sequence.ToString(CultureInfo.InvariantCulture), Printable.Of(record.Kind));
        string text = Printable.Of(JournalBrief.Of(record));
        var lines = terminal.IsPiped ? [text] : Lines.Wrap(text, Math.Max(NarrowestText, terminal.Width - s_indent));
        terminal.Out.WriteLine(Paint(record.Kind, head) + lines[0]);
        foreach (string line in lines.Skip(1)) terminal.Out.WriteLine(new string(' ', s_indent) + line);
    }

    /// <summary>A note that is no record.</summary>
    internal void WriteNote(string text) => terminal.Out.WriteLine(_style.Dim(text));

    private static string Head(string at, string sequence, string kind) => string.Create(CultureInfo.InvariantCulture, $"{at,-19}  {sequence,7}  {kind,-19}  ");

    private string Paint(string kind, string head) => kind switch
    {
        JournalKinds.Escalated or JournalKinds.RolledBack or JournalKinds.BreakerOpened or JournalKinds.ChallengerRejected => _style.Red(head),
        JournalKinds.ApprovalAsked or JournalKinds.BatchQuarantined or JournalKinds.ForeignEdit or JournalKinds.Trouble or JournalKinds.Triaged => _style.Yellow(head),
        JournalKinds.Promoted => _style.Green(head),
        _ => head,
    };
}
