using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>
/// Whether a training job is tried again: only when its failure may pass by itself, and only so often. A job that was cancelled, ran out of time, or
/// ended well without a model would end the same way again.
/// </summary>
public static class RetryPolicy
{
    private const double Jitter = 0.2;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    /// <summary>Judges a job that is no longer running.</summary>
    /// <param name="job">The job at its end.</param>
    /// <param name="attempt">Which attempt it was, 1 or more.</param>
    /// <param name="options">Attempts, and the wait before the second one.</param>
    /// <exception cref="ArgumentException">The job is still running.</exception>
    public static RetryDecision Judge(TrainingJobState job, int attempt, RetrainOptions options)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        if (job.Status == TrainingJobStatus.Running)
            throw new ArgumentException($"The job {job.Name} is still running. What follows depends on how it ends. Ask again then.", nameof(job));
        return Of(job, attempt, options) with { Attempts = attempt, MaximumAttempts = options.Attempts };
    }

    private static RetryDecision Of(TrainingJobState job, int attempt, RetrainOptions options)
    {
        string why = job.Reason is { } reason ? $": {reason.TrimEnd('.')}" : "";
        if (job.Status == TrainingJobStatus.Completed)
        {
            return job.ModelVersion is { } version
                ? new(Verdict.Pass, null, $"The job {job.Name} made version {version}.")
                : new(Verdict.Fail, null, $"The job {job.Name} succeeded and registered no model. There is no challenger to judge. Look at its log.");
        }

        if (job.Status == TrainingJobStatus.Canceled)
            return new(Verdict.Fail, null, $"The job {job.Name} was cancelled{why}. Nobody cancels by chance, and a job out of time runs out of it again. Look at its log.");
        if (!job.IsTransient)
            return new(Verdict.Fail, null, $"The job {job.Name} failed{why}. This does not pass by itself. Look at its log.");
        if (attempt >= options.Attempts)
            return new(Verdict.Fail, null, $"The job {job.Name} failed{why}. That was attempt {attempt} of {options.Attempts}. Look at the compute.");
        var delay = Delay(job.Name, attempt, options.RetryDelay);
        return new(Verdict.Inconclusive, delay, $"The job {job.Name} failed{why}. That may pass: attempt {attempt + 1} of {options.Attempts} follows in {DurationWords.About(delay)}.");
    }

    /// <summary>Doubled with each attempt, ten minutes at most, more or less by up to a fifth: drawn from the job's name, so a replay waits as long.</summary>
    private static TimeSpan Delay(string job, int attempt, TimeSpan first)
    {
        ulong drawn = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{job}\n{attempt}")));
        double factor = 1 + Jitter * (2 * (drawn / (double)ulong.MaxValue) - 1);
        double wait = Math.Min(first.TotalSeconds * Math.Pow(2, attempt - 1), _longest.TotalSeconds);
        return TimeSpan.FromSeconds(wait * factor);
    }
}
