using System.Globalization;

namespace Homeostat.Loop;

/// <summary>A person is asked; no answer in time is a refusal.</summary>
internal static class AwaitingApproval
{
    internal static async Task Ask(ControllerTurn turn, ApprovalSubject about, string text)
    {
        var deadline = turn.Now + turn.Remediation.Policy.Read().Governor.ApprovalTime;
        string id = string.Create(CultureInfo.InvariantCulture, $"{turn.Remediation.Number}-{(about == ApprovalSubject.Cost ? "cost" : "promotion")}");
        var question = new ApprovalQuestion(id, about, deadline, text);
        turn.SetRemediation(remediation => remediation with { Question = question });
        turn.MoveTo(Phase.AwaitingApproval);
        await turn.Journal(JournalKinds.ApprovalAsked, $"Approval {id} is asked for until {DurationWords.Of(deadline)}: {text}", question);
        turn.Set(state => state with { NextLook = deadline });
    }

    internal static async Task Look(ControllerTurn turn)
    {
        if (turn.Remediation.Question is not { } question || turn.Now < question.Deadline)
        {
            turn.Set(state => state with { NextLook = turn.Remediation.Question?.Deadline });
            return;
        }
        await turn.Journal(JournalKinds.ApprovalAnswered, $"Nobody answered approval {question.Id} in time: refused.", new { question, approved = false, expired = true });
        await Ending.Abandon(turn, "approval expired");
    }

    internal static async Task Answer(ControllerTurn turn, ControllerSignal signal)
    {
        if (turn.State.Phase != Phase.AwaitingApproval || turn.Remediation.Question is not { } question || question.Id != signal.ApprovalId)
        {
            await turn.Journal(JournalKinds.ApprovalAnswered, $"Approval {signal.ApprovalId} is not asked for, so the answer of {signal.By} changes nothing.", signal);
            return;
        }
        string word = signal.Approved ? "approved" : "refused";
        await turn.Journal(JournalKinds.ApprovalAnswered, $"{signal.By} {word} {question.Id}: {signal.Reason}", new { question, approved = signal.Approved, signal.By, signal.Reason, expired = false });
        if (!signal.Approved)
        {
            await Ending.Abandon(turn, $"{signal.By} refused approval {question.Id}");
            return;
        }
        turn.SetRemediation(remediation => remediation with { Question = null, Request = remediation.Request with { Approved = true } });
        turn.MoveTo(question.About == ApprovalSubject.Cost ? Phase.Retraining : Phase.RollingOut);
    }
}
