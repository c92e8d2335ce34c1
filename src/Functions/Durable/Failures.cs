using Homeostat.Loop;
using Microsoft.DurableTask;

namespace Homeostat.Functions;

/// <summary>Why a task failed, from the words of the Durable extension to those of the loop.</summary>
internal static class Failures
{
    private static readonly string s_transient = typeof(TransientException).FullName!;

    /// <summary>What the loop knows of a failure; what was never told is said so.</summary>
    internal static TaskFailure Of(TaskFailureDetails? details) => details is null
        ? new TaskFailure("unknown", "The Durable extension keeps no reason of it; the host's log may have it.", false)
        : new TaskFailure(details.ErrorType, details.ErrorMessage, IsTransient(details));

    // The host tells types and messages as text, and not always apart: an exception that wraps another one has it in its message.
    private static bool IsTransient(TaskFailureDetails? details)
    {
        for (; details is not null; details = details.InnerFailure)
            if (details.ErrorType == s_transient || details.ErrorMessage.StartsWith(s_transient, StringComparison.Ordinal)) return true;
        return false;
    }
}
