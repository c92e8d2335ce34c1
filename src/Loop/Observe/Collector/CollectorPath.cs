using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Homeostat.Loop;

/// <summary>
/// The name of a collector's blob: <c>{root}/{endpoint}/{deployment}/{collection}/{yyyy}/{MM}/{dd}/{HH}/{instance}.jsonl</c>, where the root may be
/// empty or have several parts.
/// </summary>
/// <param name="Endpoint">The online endpoint.</param>
/// <param name="Deployment">The deployment that answered.</param>
/// <param name="Collection">What was logged: <c>model_inputs</c>, <c>model_outputs</c>, <c>model_inputs_outputs</c>, or a name of the user's.</param>
/// <param name="Hour">Start of the hour, UTC, by the events' own time.</param>
/// <param name="Instance">Which writer's file; an hour has several.</param>
public sealed record CollectorPath(string Endpoint, string Deployment, string Collection, DateTimeOffset Hour, string Instance)
{
    private const int Parts = 8;

    private const string Extension = ".jsonl";

    /// <summary>The root, without a slash at its end.</summary>
    public string Root { get; init; } = "";

    /// <summary>Reads a blob's name; false when it is none of a collector's hourly files.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out CollectorPath? path)
    {
        ArgumentNullException.ThrowIfNull(name);
        path = null;
        string[] parts = name.Split('/');
        if (parts.Length < Parts || !parts[^1].EndsWith(Extension, StringComparison.Ordinal) || parts[^1].Length == Extension.Length) return false;
        var own = parts.AsSpan()[^Parts..];
        foreach (string part in own)
            if (part.Length == 0) return false;
        string hour = $"{own[3]}-{own[4]}-{own[5]}T{own[6]}";
        if (!DateTimeOffset.TryParseExact(hour, "yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)) return false;
        path = new CollectorPath(own[0], own[1], own[2], start, own[7][..^Extension.Length]) { Root = string.Join('/', parts[..^Parts]) };
        return true;
    }
}
