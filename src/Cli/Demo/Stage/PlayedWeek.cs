using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Homeostat.Cli;

/// <summary>A week of flights while callers ask about them: what they were answered first.</summary>
/// <param name="Name">As files of it are called.</param>
/// <param name="Rows">The flights, as callers send them.</param>
internal sealed record PlayedWeek(string Name, IReadOnlyList<FlightRow> Rows)
{
    private readonly ConcurrentDictionary<int, (string Answer, double Probability)> _answers = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    /// <summary>Completes when every flight was asked about and answered.</summary>
    internal Task Asked => _asked.Task;

    /// <summary>The next flights to ask about; after the last come the first again.</summary>
    internal int[] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => (int)((uint)(Interlocked.Increment(ref _next) - 1) % (uint)Rows.Count))];

    /// <summary>Notes an answer; the first one stays.</summary>
    internal void Answer(int row, string answer, double probability)
    {
        if (_answers.TryAdd(row, (answer, probability)) && _answers.Count == Rows.Count) _asked.TrySetResult();
    }

    /// <summary>The batch: what the callers sent and were answered.</summary>
    internal string Batch()
    {
        var text = new StringBuilder($"{FlightRow.Header},answer,probability\n");
        for (int i = 0; i < Rows.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{Rows[i].ToCsv()},{_answers[i].Answer},{_answers[i].Probability:0.######}\n");
        return text.ToString();
    }

    /// <summary>The labels: how it turned out.</summary>
    internal string Labels() => "flight,late\n" + string.Concat(Rows.Select(row => $"{row.Id},{(row.IsLate ? 1 : 0)}\n"));
}
