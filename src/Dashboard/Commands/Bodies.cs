using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Reads bodies, and says what is wrong with them.</summary>
internal static class Bodies
{
    private const int Most = 64 * 1024, LongestName = 100, LongestText = 2_000;

    private const string NothingDone = "What is wanted cannot be told, so nothing was done.";

    /// <summary>The body.</summary>
    /// <exception cref="ProblemException">It is none, or not what is asked for.</exception>
    internal static async Task<T> ReadAsync<T>(ApiCall call, JsonTypeInfo<T> type, string example) where T : class
    {
        byte[] bytes = new byte[Most + 1];
        int read = await call.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, call.Cancellation);
        if (read > Most) throw Bad($"The body is longer than {Most / 1024} kB. {NothingDone} Send {example}.");
        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, read), type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw Bad($"The body cannot be read: {(read == 0 ? "it is empty." : e.Message)} {NothingDone} Send {example}.");
        }
    }

    /// <summary>Who asks.</summary>
    internal static string By(string? by) => Text("by", by, LongestName) ?? throw Bad("The body has no 'by'. The journal tells who did what, so nothing was done. Add your name: \"by\": \"ada\".");

    /// <summary>Why something is asked for that others will wonder about.</summary>
    internal static string Reason(string? reason) => Text("reason", reason, LongestText)
        ?? throw Bad("The body has no 'reason'. Others will read in the journal why this was done, so nothing was done. Add it: \"reason\": \"complaints since noon\".");

    /// <summary>Why, where it may be left out.</summary>
    internal static string ReasonOr(string usual, string? reason) => Text("reason", reason, LongestText) ?? usual;

    internal static string? Text(string name, string? text, int longest = LongestName) => string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= longest ? text.Trim()
        : throw Bad($"'{name}' is {text.Length} characters long. {NothingDone} Say it in {longest}.");

    internal static ProblemException Bad(string detail) => new(ProblemKind.BadBody, detail);
}
