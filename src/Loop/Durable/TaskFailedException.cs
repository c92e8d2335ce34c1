namespace Homeostat.Loop;

/// <summary>A task of an orchestration failed.</summary>
/// <param name="taskName">The activity or orchestration.</param>
/// <param name="failure">Why.</param>
public sealed class TaskFailedException(string taskName, TaskFailure failure)
    : Exception($"'{taskName}' failed: {failure.Message}")
{
    /// <summary>The activity or orchestration.</summary>
    public string TaskName { get; } = taskName;

    /// <summary>Why.</summary>
    public TaskFailure Failure { get; } = failure;
}
