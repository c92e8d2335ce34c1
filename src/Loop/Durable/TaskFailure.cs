namespace Homeostat.Loop;

/// <summary>Why a task failed, as history keeps it.</summary>
/// <param name="ErrorType">Full name of the exception's type.</param>
/// <param name="Message">What it said.</param>
/// <param name="IsTransient">Whether it may pass by itself: a <see cref="TransientException"/>.</param>
public sealed record TaskFailure(string ErrorType, string Message, bool IsTransient)
{
    /// <summary>What history keeps of an exception. A task that failed because another one did is as transient as that one.</summary>
    public static TaskFailure From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var transient = exception is TransientException or TaskFailedException { Failure.IsTransient: true };
        return new TaskFailure(exception.GetType().FullName!, exception.Message, transient);
    }
}
