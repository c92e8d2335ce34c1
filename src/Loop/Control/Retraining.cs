namespace Homeostat.Loop;

/// <summary>A challenger is trained: dataset, job, attempts.</summary>
internal static class Retraining
{
    private static readonly TimeSpan _poll = TimeSpan.FromSeconds(30);

    internal static async Task Look(ControllerTurn turn)
    {
        var options = turn.Remediation.Policy.Read().Retrain;
        if (turn.Remediation.Dataset is null && !await Assemble(turn, options)) return;
        if (turn.Remediation.Job is not { } name)
        {
            await Submit(turn, options);
            return;
        }
        var job = await turn.Call<TrainingJobState?>(ActivityNames.ReadJob, name);
        bool late = turn.Now - turn.Remediation.JobStarted >= options.TimeLimit;
        if (job is { Status: TrainingJobStatus.Running } or null && !late)
        {
            turn.LookIn(Polls.After(turn.Now - turn.Remediation.JobStarted, _poll));
            return;
        }
        if (job is not { Status: not TrainingJobStatus.Running }) job = await Cancel(turn, name, options);
        await End(turn, job, options);
    }

    private static async Task<bool> Assemble(ControllerTurn turn, RetrainOptions options)
    {
        var window = new DatasetWindow(turn.Now - options.Window, turn.Now, options.Holdout);
        var dataset = await turn.Call<DatasetReference>(ActivityNames.AssembleDataset, new DatasetInput(turn.State.Model, window));
        turn.SetRemediation(remediation => remediation with { Dataset = dataset });
        if (dataset.Problem is not { } problem) return true;
        await turn.Journal(JournalKinds.DatasetRefused, problem, new { window, dataset });
        await Ending.Abandon(turn, "nothing to train on");
        return false;
    }

    private static async Task Submit(ControllerTurn turn, RetrainOptions options)
    {
        var (remediation, dataset) = (turn.Remediation, turn.Remediation.Dataset!);
        string name = JobName.Of(turn.State.Model, remediation.Request.Cause, dataset.Hash, remediation.Attempt);
        var request = new TrainingJobRequest(name, turn.State.Model, options.Job, dataset.Manifest)
        {
            DataHash = dataset.Hash,
            Mode = options.Mode,
            WarmStartFrom = options.Mode == TrainingMode.WarmStart ? turn.State.Champion?.Version : null,
            SearchTrials = options.SearchTrials,
            TimeLimit = options.TimeLimit,
        };
        turn.SetRemediation(r => r with { Job = name, JobStarted = turn.Now });
        await turn.Journal(JournalKinds.JobSubmitted, $"Job {name} trains on {Words.Count(dataset.TrainingRows)} rows and keeps {Words.Count(dataset.HoldoutRows)} to compare.", request);
        await turn.Call(ActivityNames.SubmitJob, request);
        turn.LookIn(Polls.After(null, _poll));
    }

    private static async Task<TrainingJobState> Cancel(ControllerTurn turn, string name, RetrainOptions options)
    {
        await turn.Call(ActivityNames.CancelJob, name);
        return new TrainingJobState(name, TrainingJobStatus.Canceled) { Reason = $"it ran longer than {DurationWords.Of(options.TimeLimit)}" };
    }

    /// <summary>Cancels the job under way, if there is one, and books what it has cost.</summary>
    internal static async Task Stop(ControllerTurn turn)
    {
        if (turn.State.Phase != Phase.Retraining || turn.Remediation.Job is not { } name) return;
        await turn.Call(ActivityNames.CancelJob, name);
        Book(turn, turn.Now);
    }

    private static decimal Book(ControllerTurn turn, DateTimeOffset ended)
    {
        decimal cost = Costs.Of(ended - turn.Remediation.JobStarted, turn.Remediation.Policy.Read().Governor);
        turn.Set(state => state with { Governor = state.Governor with { Spent = Costs.Add(state.Governor.Spent, turn.Now, cost) } });
        return cost;
    }

    private static async Task End(ControllerTurn turn, TrainingJobState job, RetrainOptions options)
    {
        var decision = RetryPolicy.Judge(job, turn.Remediation.Attempt, options);
        // Who was paused or down looks late: a job costs what it ran, not until somebody looked.
        decimal cost = Book(turn, job.EndedAt ?? turn.Now);
        await turn.Journal(JournalKinds.JobEnded, decision.Reason, new JobRecord(job, turn.Remediation.Attempt, options, decision, cost));
        switch (decision.Verdict)
        {
            case Verdict.Pass:
                turn.SetRemediation(remediation => remediation with { ChallengerVersion = job.ModelVersion });
                turn.MoveTo(Phase.Evaluating);
                break;
            case Verdict.Inconclusive:
                turn.SetRemediation(remediation => remediation with { Job = null, Attempt = remediation.Attempt + 1 });
                turn.LookIn(decision.Delay ?? _poll);
                break;
            default:
                await (job.IsTransient ? Ending.Escalate(turn, decision.Reason) : Ending.Reject(turn, decision.Reason));
                break;
        }
    }
}
