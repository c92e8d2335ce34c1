using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Reads policy files: <c>{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }</c>. What a file leaves out keeps its default.
/// Comments and trailing commas are allowed; schemas/policy.schema.json describes the form, docs/policy.md tells what it means.
/// </summary>
public static class PolicyFile
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy in a file.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    /// <param name="fileName">What the file is called in messages.</param>
    /// <exception cref="BadInputException">The file cannot be used (<see cref="ErrorCodes.PolicyInvalid"/>); the message lists every error.</exception>
    public static ModelPolicy Parse(ReadOnlySpan<byte> json, string fileName)
    {
        var reading = Read(json);
        return reading.Policy ?? throw Invalid(reading, fileName);
    }

    /// <summary>The policy in a file, with everything that is wrong with it, warnings included.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    public static PolicyReading Read(ReadOnlySpan<byte> json) => PolicyReader.Read(json, needsNames: true);

    /// <summary>The thresholds in a file that need not name a model and its endpoint; whatever else it holds must be right too.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    /// <param name="fileName">What the file is called in messages.</param>
    /// <exception cref="BadInputException">The file cannot be used (<see cref="ErrorCodes.PolicyInvalid"/>); the message lists every error.</exception>
    public static DriftOptions ParseThresholds(ReadOnlySpan<byte> json, string fileName)
    {
        var reading = PolicyReader.Read(json, needsNames: false);
        return reading.Policy is { } policy ? policy.Judge.Drift : throw Invalid(reading, fileName);
    }

    /// <summary>The policy as a file that says everything, defaults included; reading it gives an equal policy.</summary>
    public static byte[] Write(ModelPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Encoding.UTF8.GetBytes(PolicyForm.Root.Node(policy)!.ToJsonString(s_readable) + "\n");
    }

    /// <summary>The exception for a file with errors.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="fileName">What the file is called in the message.</param>
    public static BadInputException Invalid(PolicyReading reading, string fileName)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var errors = reading.Problems.Where(problem => problem.Severity == PolicySeverity.Error).ToList();
        string count = errors.Count == 1 ? "an error" : $"{errors.Count} errors";
        return new BadInputException(ErrorCodes.PolicyInvalid,
            $"The policy '{fileName}' has {count}: {string.Join("; ", errors)}.",
            "A model kept by another policy than the one meant would be judged, retrained or rolled back wrongly.",
            "Correct the file; schemas/policy.schema.json describes its form, and homeostat policy validate checks it.");
    }
}
