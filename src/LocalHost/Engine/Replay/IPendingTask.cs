using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>A task an orchestrator was given and that has no answer yet.</summary>
internal interface IPendingTask
{
    /// <summary>The line that asked for it, or the event it waits for.</summary>
    string Name { get; }

    /// <summary>Gives it its result.</summary>
    void Complete(JsonElement? payload);

    /// <summary>Makes it fail.</summary>
    void Fail(TaskFailure failure);
}
