using System.Globalization;
using Azure;

namespace Homeostat.AzureML;

/// <summary>How long the service asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>Null when it does not say, or says 0: asking again without end in between helps nobody.</summary>
    internal static TimeSpan? Of(Response response, TimeProvider time) =>
        response.Headers.TryGetValue("Retry-After", out string? text) && Of(text, time) is { Ticks: > 0 } wait ? wait : null;

    /// <summary>Seconds or a date; null when it is neither.</summary>
    internal static TimeSpan? Of(string? text, TimeProvider time)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        var wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
