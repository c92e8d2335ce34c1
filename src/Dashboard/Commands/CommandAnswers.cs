using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Answers to commands.</summary>
internal static class CommandAnswers
{
    internal static IResult Done(ApiCall call, string outcome, string text, IEnumerable<JournalRecord> records, TrafficSplit? traffic = null) =>
        Answers.Ok(Of(call, outcome, text, [.. records.Select(record => record.Sequence)], traffic), ApiJson.Default.CommandAnswer);

    /// <summary>Taken or kept, and not over: 202, with where to look.</summary>
    internal static IResult Later(ApiCall call, string outcome, string text, IEnumerable<JournalRecord> records)
    {
        var answer = Of(call, outcome, text, [.. records.Select(record => record.Sequence)], null);
        return Answers.Accepted(answer, ApiJson.Default.CommandAnswer, answer.Look);
    }

    /// <summary>The answer to whatever did not get as far as the controller.</summary>
    internal static IResult NotTaken(ApiCall call, Signalled sent) => sent.End == SignalEnd.NoController
        ? throw new ProblemException(ProblemKind.NoController, $"The controller of {call.Model} does not answer: {sent.Why}. It alone may do this, so nothing was done. Start the host, or look at /api/health, and ask again.")
        : Later(call, "notTaken", $"The controller of {call.Model} was told, and {sent.Why}. The request is kept and taken when its turn comes. Look at {LookAt(call)} before asking again.", []);

    internal static CommandAnswer Of(ApiCall call, string outcome, string text, IReadOnlyList<long> records, TrafficSplit? traffic) =>
        new(call.Model, outcome, text, records, LookAt(call)) { Traffic = traffic?.Traffic };

    internal static string LookAt(ApiCall call) => $"/api/models/{call.Model}";
}
