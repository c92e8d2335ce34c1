using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.Loop.Tests;

/// <summary>What a journal does to evidence: written as JSON, read back. Equal means: written again, it is the same text.</summary>
internal static class Replay
{
    private static readonly JsonSerializerOptions[] _options =
    [
        new(),
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } },
    ];

    /// <summary>The same, after a stay in the journal.</summary>
    public static T Of<T>(T value)
    {
        T last = value;
        foreach (var options in _options)
        {
            string text = JsonSerializer.Serialize(value, options);
            last = JsonSerializer.Deserialize<T>(text, options)!;
            Assert.Equal(text, JsonSerializer.Serialize(last, options));
        }

        return last;
    }

    /// <summary>The decision is the same from evidence that was in the journal, and comes back from there itself.</summary>
    public static void Same<TEvidence, TDecision>(TEvidence evidence, Func<TEvidence, TDecision> decide)
    {
        var decision = decide(evidence);
        Assert.Equal(JsonSerializer.Serialize(decision), JsonSerializer.Serialize(decide(Of(evidence))));
        Of(decision);
    }
}
