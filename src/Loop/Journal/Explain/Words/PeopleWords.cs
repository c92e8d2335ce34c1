using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Who was asked, who answered, and what people did and must do.</summary>
internal static class PeopleWords
{
    internal static IEnumerable<string> Of(ApprovalQuestion it)
    {
        yield return it.About == ApprovalSubject.Cost ? "A retraining may cost more than the policy lets start without asking." : "The policy lets no challenger see traffic without asking, gates passed or not.";
        yield return $"An answer to {it.Id} counts until {DurationWords.Of(it.Deadline)}; none is a no.";
    }

    internal static IEnumerable<string> OfAnswer(JsonElement evidence)
    {
        if (!evidence.TryGetProperty("question", out var asked)) return ["It answers a question that was not asked, or that was answered before, so it changed nothing."];
        var question = asked.Deserialize<ApprovalQuestion>(DurableJson.Options)!;
        bool expired = evidence.GetProperty("expired").GetBoolean();
        return
        [
            $"The question {question.Id} was: {JournalBrief.Ended(question.Text)}",
            expired ? $"Nobody answered until {DurationWords.Of(question.Deadline)}, so it counts as a no." : $"{Text(evidence, "by")} answered in time; it counted until {DurationWords.Of(question.Deadline)}.",
        ];
    }

    internal static IEnumerable<string> Of(ControllerSignal it) => [$"Raised by {it.By} at {DurationWords.Of(it.At)}: {it.Reason.TrimEnd('.')}."];

    internal static IEnumerable<string> OfEscalation(JsonElement evidence)
    {
        yield return $"It happened while {Names.Of(Text(evidence, "phase"))}. What runs was left as it was.";
        if (evidence.TryGetProperty("remediation", out var under) && under.Deserialize<Remediation>(DurableJson.Options) is { } remediation)
            yield return $"Under way was remediation {remediation.Number}, for {Names.Of(remediation.Request.Cause)}{(remediation.Challenger is { } challenger ? $", with the challenger {challenger}" : "")}.";
        yield return "Nothing more starts by itself until somebody has looked and resumes the loop; a rollback by hand is possible at any time.";
    }

    internal static IEnumerable<string> OfTrouble(JsonElement evidence)
    {
        if (evidence.TryGetProperty("isTransient", out var transient))
            yield return $"It failed as {Text(evidence, "errorType")}, tried as often as is sensible{(transient.GetBoolean() ? "; such a failure may pass by itself" : "")}.";
        if (evidence.TryGetProperty("problems", out var problems))
            foreach (var problem in problems.EnumerateArray()) yield return JournalBrief.Ended(problem.GetString() ?? "");
    }

    internal static IEnumerable<string> OfPolicy(JsonElement evidence)
    {
        yield return $"Its SHA-256 is {Text(evidence, "hash")}{(evidence.TryGetProperty("before", out var before) ? $"; the one before was {before.GetString()}" : "")}.";
        if (evidence.TryGetProperty("problems", out var warnings))
            foreach (var warning in warnings.EnumerateArray()) yield return $"But note: {warning.GetString()}.";
        yield return "A remediation under way runs to its end by the policy it began with.";
    }

    internal static string Text(JsonElement evidence, string member) => evidence.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "somebody";
}
