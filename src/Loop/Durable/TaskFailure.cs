namespace Homeostat.Loop;

/// <summary>Why a task failed, as history keeps it.</summary>
/// <param name="ErrorType">Full name of the exception's type.</param>
/// <param name="Message">What it said.</param>
/// <param name="IsTransient">Whether it may pass by itself: a <see cref="TransientException"/>.</param>
public sealed record TaskFailure(string ErrorType, string Message, bool IsTransient);
