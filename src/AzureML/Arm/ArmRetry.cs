using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Homeostat.AzureML;

/// <summary>
/// Sends a request again while the refusal may pass: throttling, a conflict with an operation under way, a broken connection. The service's Retry-After
/// is kept to the second; nothing is sent that could not be answered before the call's deadline. Azure's own policy knows neither conflicts nor deadlines.
/// </summary>
internal sealed class ArmRetry(TimeProvider time) : HttpPipelinePolicy
{
    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(400), _longest = TimeSpan.FromSeconds(10);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        for (int attempt = 0; ; attempt++)
        {
            TimeSpan wait = Backoff(attempt);
            try
            {
                await ProcessNextAsync(message, pipeline);
                if (!MayPass(message)) return;
                if (RetryAfter.Of(message.Response, time) is { } asked) wait = asked;
                if (!Fits(message, wait)) return;
            }
            catch (Exception lost) when (lost is RequestFailedException { Status: 0 } or IOException && Fits(message, wait))
            {
                // The request may have been carried out: all that this adapter sends may be repeated.
            }
            await Task.Delay(wait, time, message.CancellationToken);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    private static bool MayPass(HttpMessage message) =>
        message.Response.Status is 408 or 429 or 500 or 502 or 503 or 504 || (message.Response.Status == 409 && ArmCall.Of(message) is { WaitsForOthers: true });

    private bool Fits(HttpMessage message, TimeSpan wait) => ArmCall.Of(message) is { } call && time.GetUtcNow() + wait < call.Deadline;

    /// <summary>0.4 seconds at 0, doubled with each step, 10 seconds at most.</summary>
    internal static TimeSpan Backoff(int step) => TimeSpan.FromSeconds(Math.Min(_first.TotalSeconds * Math.Pow(2, Math.Min(step, 20)), _longest.TotalSeconds));
}
