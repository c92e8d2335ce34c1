using System.Globalization;
using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>A job resource, as the loop sees it.</summary>
internal static class JobReading
{
    // Whose fault a failure is stands in the error's code: ours does not pass by itself, the platform's may.
    private static readonly HashSet<string> _platform = new(StringComparer.OrdinalIgnoreCase) { "ServiceError", "SystemError", "InternalServerError", "NodeLost", "NodePreempted", "QuotaTemporarilyExceeded" };

    internal static TrainingJobState Of(string name, JsonObject properties)
    {
        var status = StatusOf(properties["status"].Text());
        if (status == TrainingJobStatus.Running) return new TrainingJobState(name, status);
        var state = new TrainingJobState(name, status) { EndedAt = EndOf(properties) };
        if (status == TrainingJobStatus.Completed) return state;
        var error = properties["error"];
        // Azure keeps the error in its run history, out of reach of resource management; the emulator tells it among the job's properties.
        string? code = error?["code"].Text(), message = error?["message"].Text() ?? properties["properties"]?["emulator.remark"].Text();
        string reason = string.Join(": ", new[] { code, message }.Where(part => !string.IsNullOrEmpty(part)));
        return state with
        {
            Reason = reason.Length > 0 ? reason : status == TrainingJobStatus.Failed ? "the service gives no reason; its log in the studio does" : null,
            IsTransient = code is not null && _platform.Contains(code),
        };
    }

    // Among the properties, as text, in UTC; not every kind of job has it.
    private static DateTimeOffset? EndOf(JsonObject properties) =>
        DateTimeOffset.TryParse(properties["properties"]?["EndTimeUtc"].Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var end) ? end : null;

    internal static TrainingJobStatus StatusOf(string? status) => status?.ToUpperInvariant() switch
    {
        "COMPLETED" => TrainingJobStatus.Completed,
        "FAILED" => TrainingJobStatus.Failed,
        "CANCELED" => TrainingJobStatus.Canceled,
        _ => TrainingJobStatus.Running, // NotStarted to CancelRequested, and NotResponding, Paused, Unknown: none is an end
    };
}
