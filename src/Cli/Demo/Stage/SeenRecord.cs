using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>A record of the journal, and when the demo saw it.</summary>
/// <param name="Record">The record.</param>
/// <param name="At">Since the start.</param>
internal sealed record SeenRecord(JournalRecord Record, TimeSpan At)
{
    internal string Kind => Record.Kind;

    internal string Summary => Record.Summary;

    /// <summary>A member of the evidence by path, as text; null when there is none.</summary>
    internal string? Text(params string[] path)
    {
        var at = Record.Evidence;
        foreach (string name in path)
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
        return at.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : at.ToString();
    }
}
