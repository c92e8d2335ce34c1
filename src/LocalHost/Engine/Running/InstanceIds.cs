using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>The words for ids that cannot be used.</summary>
internal static class InstanceIds
{
    public static TaskFailure Unusable(string id) => new(
        "UnusableInstanceId",
        $"The instance id '{id}' is empty or too long. It names a file, where 230 characters fit and all but a-z, 0-9, '-', '_' and '.' count "
            + "three times. Take a shorter one.",
        IsTransient: false);

    public static TaskFailure Taken(string id) => new(
        "InstanceIdTaken",
        $"An instance '{id}' is running. Two of one id could not be told apart. Wait for its end, or take another id.",
        IsTransient: false);
}
