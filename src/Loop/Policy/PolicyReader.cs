using System.Text.Json;
using System.Text.Unicode;

namespace Homeostat.Loop;

/// <summary>From the bytes of a policy file to the policy and all that is wrong with it.</summary>
internal static class PolicyReader
{
    private static readonly JsonReaderOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    internal static PolicyReading Read(ReadOnlySpan<byte> json, bool needsNames)
    {
        var problems = new List<PolicyProblem>();
        var whole = new Place("", problems);
        var policy = PolicyForm.Empty;
        try
        {
            if (json.StartsWith("\uFEFF"u8)) json = json[3..];
            if (!Utf8.IsValid(json)) throw new InvalidOperationException("Not UTF-8.");
            var reader = new Utf8JsonReader(json, s_lenient);
            using var document = JsonDocument.ParseValue(ref reader);
            // What follows the object must be nothing but comments; the reader throws otherwise.
            while (reader.Read()) continue;
            policy = Interpret(document.RootElement, needsNames, whole);
        }
        catch (JsonException e)
        {
            whole.Error($"is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {Words(e)}");
        }
        catch (InvalidOperationException)
        {
            whole.Error("has a text that is not UTF-8 or holds half of a surrogate pair");
        }
        bool isUsable = problems.All(problem => problem.Severity == PolicySeverity.Warning);
        return new PolicyReading(isUsable ? policy : null, [.. problems.OrderByDescending(problem => problem.Severity)]);
    }

    private static ModelPolicy Interpret(JsonElement root, bool needsNames, Place whole)
    {
        var problems = whole.Problems;
        var policy = PolicyForm.Root.Read(root, PolicyForm.Empty, whole);
        if (root.ValueKind != JsonValueKind.Object) return policy;
        if (needsNames)
        {
            Require(root, "model", whole);
            Require(root, "endpoint", whole);
        }
        var unread = problems.ToList();
        foreach (var problem in PolicyRules.Check(policy))
            if (!unread.Any(other => Touches(other.Pointer, problem.Pointer))) problems.Add(problem with { Pointer = AsWritten(problem.Pointer, root, policy) });
        return policy;
    }

    private static void Require(JsonElement root, string name, Place whole)
    {
        if (!root.TryGetProperty(name, out _)) whole.Member(name).Error($"is missing, expected the name of the {name}");
    }

    /// <summary>Whether a value that could not be read may be why a rule complains: it stands beside what the rule speaks of, or in it.</summary>
    private static bool Touches(string unread, string complaint) => Section(unread) == Section(complaint);

    private static string Section(string pointer) =>
        pointer.StartsWith("/roles", StringComparison.Ordinal) ? PolicyPointers.Columns : string.Join('/', pointer.Split('/').Take(3));

    /// <summary>A role may have been given the short way.</summary>
    private static string AsWritten(string pointer, JsonElement root, ModelPolicy policy)
    {
        if (!root.TryGetProperty("roles", out var roles)) return pointer;
        var column = policy.Schema.Columns.FirstOrDefault(column => PolicyPointers.Role(column.Name) == pointer);
        return column is not null && roles.TryGetProperty(column.Name, out _) ? PolicyPointers.ShortRole(column.Name) : pointer;
    }

    // The parser's own sentence, without the place that it repeats.
    private static string Words(JsonException e)
    {
        int place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? e.Message : e.Message[..place]).TrimEnd('.');
    }
}
