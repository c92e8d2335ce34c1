using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>What a reader must know beside the verdict.</summary>
internal static class CheckNotes
{
    private const int Named = 8;

    internal static void Write(CheckReport report, TextWriter target)
    {
        if (report.RaggedRows > 0) WriteRagged(report, target);
        if (!report.NewColumns.IsEmpty)
            Note(target, $"{Numbers.Count(report.NewColumns.Length, "column")} of the current batch {Verb(report.NewColumns.Length)} not in the reference: {Some(report.NewColumns)}.");
        if (!report.NotJudged.IsEmpty)
            Note(target, $"{Numbers.Count(report.NotJudged.Length, "column")} {Verb(report.NotJudged.Length)} not judged: {Some(report.NotJudged.Select(column => $"{column.Name} ({column.Why})"))}.");
    }

    private static void WriteRagged(CheckReport report, TextWriter target)
    {
        Ragged(report.ReferenceName, report.Reference.RaggedRows, report.Reference.Rows);
        Ragged(report.CurrentName, report.Current.RaggedRows, report.Current.Rows);

        void Ragged(string name, long ragged, long rows)
        {
            if (ragged > 0)
                Note(target, $"{Numbers.Count(ragged)} of {Numbers.Count(ragged + rows, "row")} of {name} {(ragged == 1 ? "has" : "have")} the wrong number of fields and {(ragged == 1 ? "was" : "were")} left out.");
        }
    }

    private static void Note(TextWriter target, string text) => target.WriteLine(Printable.Of("Note: " + text));

    private static string Verb(int count) => count == 1 ? "is" : "are";

    private static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(Named)) + (all.Count > Named ? $" and {Numbers.Count(all.Count - Named)} more" : "");
    }
}
