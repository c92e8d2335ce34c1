using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>From a policy's JSON to options; what is wrong is collected, each with the JSON pointer of its place (RFC 6901).</summary>
internal static class PolicyReader
{
    private static readonly string[] s_root = ["judge", "$schema"];
    private static readonly string[] s_judge = ["signals", "significance"];
    private static readonly string[] s_signal = ["threshold"];

    internal static DriftOptions Read(JsonElement root, List<string> errors)
    {
        var options = DriftOptions.Default;
        foreach (var member in Members(root, "", s_root, errors))
            if (member.NameEquals("judge")) options = Judge(member.Value, options, errors);
        return options;
    }

    private static DriftOptions Judge(JsonElement judge, DriftOptions options, List<string> errors)
    {
        foreach (var member in Members(judge, "/judge", s_judge, errors))
            options = member.NameEquals("signals")
                ? Signals(member.Value, options, errors)
                : Significance(member.Value, options, errors);
        return options;
    }

    private static DriftOptions Signals(JsonElement signals, DriftOptions options, List<string> errors)
    {
        foreach (var signal in Members(signals, "/judge/signals", PolicySignals.Names, errors))
        {
            string place = "/judge/signals/" + signal.Name;
            foreach (var member in Members(signal.Value, place, s_signal, errors))
                options = Threshold(signal.Name, member.Value, options, errors);
        }
        return options;
    }

    private static DriftOptions Threshold(string signal, JsonElement value, DriftOptions options, List<string> errors)
    {
        double most = PolicySignals.Most(signal);
        if (value.ValueKind == JsonValueKind.Null) return PolicySignals.With(options, signal, threshold: null);
        if (Number(value) is { } threshold && threshold >= 0 && threshold <= most) return PolicySignals.With(options, signal, threshold);
        string range = double.IsInfinity(most) ? "a number that is not negative" : $"a number from 0 to {most}";
        errors.Add($"/judge/signals/{signal}/threshold is {Shown(value)}, expected {range}, or null for off");
        return options;
    }

    private static DriftOptions Significance(JsonElement value, DriftOptions options, List<string> errors)
    {
        if (Number(value) is { } alpha && alpha > 0 && alpha < 1) return options with { Alpha = alpha };
        errors.Add($"/judge/significance is {Shown(value)}, expected a number between 0 and 1");
        return options;
    }

    /// <summary>The known members of an object; unknown, repeated and misplaced ones become errors.</summary>
    private static List<JsonProperty> Members(JsonElement element, string place, string[] known, List<string> errors)
    {
        var members = new List<JsonProperty>();
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{(place.Length == 0 ? "the file" : place)} is {Shown(element)}, expected an object");
            return members;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name)) errors.Add(Unknown($"{place}/{Escaped(member.Name)}", member.Name, known));
            else if (!seen.Add(member.Name)) errors.Add($"{place}/{member.Name} is there twice");
            else members.Add(member);
        }
        return members;
    }

    private static string Unknown(string place, string name, string[] known) => NearMiss.Of(name, known) is { } near
        ? $"{place} is not known, did you mean '{near}'?"
        : $"{place} is not known, expected one of {string.Join(", ", known.Where(other => other[0] != '$'))}";

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Lines.Shorten(value.GetRawText(), 40),
    };
}
