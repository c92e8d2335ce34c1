using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>The words for names that are not registered.</summary>
internal static class UnknownTask
{
    public static TaskFailure Orchestrator(string name) => Of("orchestrator", name);

    public static TaskFailure Activity(string name) => Of("activity", name);

    private static TaskFailure Of(string what, string name) => new(
        "UnknownTask",
        $"No {what} is registered as '{name}'. The task cannot run without it. Register it under this name, or correct the name; stored "
            + "histories keep old names.",
        IsTransient: false);
}
