using System.Text.Json.Serialization;

namespace Homeostat.Dashboard;

/// <summary>What became of a command.</summary>
/// <param name="Model">The model.</param>
/// <param name="Outcome">In one word.</param>
/// <param name="Text">In a sentence.</param>
/// <param name="Records">The journal's records about it.</param>
/// <param name="Look">Where to look for what becomes of it.</param>
public sealed record CommandAnswer(string Model, string Outcome, string Text, IReadOnlyList<long> Records, string Look)
{
    /// <summary>Traffic as it reads now; null when nobody looked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? Traffic { get; init; }
}
