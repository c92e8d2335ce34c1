using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>In what two policy files differ, field by field; comments, white space and the order of members are no difference.</summary>
internal static class PolicyChanges
{
    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The fields, in order of the new file, then those that are gone.</summary>
    internal static ImmutableArray<PolicyChange> Between(string before, string after)
    {
        using JsonDocument old = Parse(before), now = Parse(after);
        var changes = ImmutableArray.CreateBuilder<PolicyChange>();
        Compare("", old.RootElement, now.RootElement, changes);
        return changes.ToImmutable();
    }

    private static void Compare(string pointer, JsonElement? before, JsonElement? after, ImmutableArray<PolicyChange>.Builder changes)
    {
        // An object that came or went is told by its members; one in place of a value, or a value in its place, as a whole.
        bool isInside = IsObject(before) ? after is null || IsObject(after) : before is null && IsObject(after);
        if (!isInside)
        {
            bool same = before is { } a && after is { } b ? JsonElement.DeepEquals(a, b) : before is null && after is null;
            if (!same) changes.Add(new PolicyChange(pointer) { Before = before?.Clone(), After = after?.Clone() });
            return;
        }
        var names = Members(after).Concat(Members(before)).Distinct(StringComparer.Ordinal);
        foreach (string name in names) Compare($"{pointer}/{Escape(name)}", Member(before, name), Member(after, name), changes);
    }

    private static bool IsObject(JsonElement? value) => value is { ValueKind: JsonValueKind.Object };

    private static IEnumerable<string> Members(JsonElement? value) => IsObject(value) ? value!.Value.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement? Member(JsonElement? value, string name) => IsObject(value) && value!.Value.TryGetProperty(name, out var member) ? member : null;

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonDocument Parse(string text) => JsonDocument.Parse(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), _lenient);
}
