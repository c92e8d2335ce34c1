using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>
/// Reads a policy file: <c>{ "judge": { "signals": { "psi": { "threshold": 0.2 } }, "significance": 0.01 } }</c>. What it leaves out keeps its
/// default, null turns a signal off. Comments and trailing commas are allowed; every error is told at once.
/// </summary>
internal static class PolicyFile
{
    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The policy behind --policy; no path is the default policy.</summary>
    internal static DriftOptions Read(string? path) =>
        path is null ? DriftOptions.Default : Parse(SchemaFile.Bytes(path, "The policy file"), path);

    internal static DriftOptions Parse(ReadOnlyMemory<byte> json, string name)
    {
        var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            using var document = JsonDocument.Parse(text, s_options);
            return Options(document.RootElement, name);
        }
        catch (JsonException e)
        {
            throw Invalid($"The policy '{name}' is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {Words(e)}");
        }
    }

    private static DriftOptions Options(JsonElement root, string name)
    {
        var errors = new List<string>();
        var options = PolicyReader.Read(root, errors);
        if (errors.Count == 0) return options;
        string count = errors.Count == 1 ? "an error" : $"{errors.Count} errors";
        throw Invalid($"The policy '{name}' has {count}: {string.Join("; ", errors)}.");
    }

    private static BadInputException Invalid(string what) => new(ErrorCodes.PolicyInvalid,
        what,
        "Judging by other thresholds than the ones meant would give a wrong verdict.",
        "Correct the file; homeostat check --help shows an example.");

    // The parser's own sentence, without the place that it repeats.
    private static string Words(JsonException e)
    {
        int place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? e.Message : e.Message[..place];
    }
}
