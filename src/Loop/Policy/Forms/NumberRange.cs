using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>Where a number may lie; null: no end.</summary>
/// <typeparam name="T">The number.</typeparam>
/// <param name="Least">The lower end.</param>
/// <param name="Most">The upper end.</param>
/// <param name="IsOpenBelow">The lower end itself is not allowed.</param>
/// <param name="IsOpenAbove">The upper end itself is not allowed.</param>
internal readonly record struct NumberRange<T>(T? Least, T? Most, bool IsOpenBelow = false, bool IsOpenAbove = false)
    where T : struct, INumber<T>
{
    internal bool Holds(T value) =>
        T.IsFinite(value)
        && (Least is not { } least || (IsOpenBelow ? value > least : value >= least))
        && (Most is not { } most || (IsOpenAbove ? value < most : value <= most));

    /// <summary>" from 0 to 1", to be read after "a number".</summary>
    internal string Words => (Least, Most) switch
    {
        (null, null) => "",
        ({ } least, null) when T.IsZero(least) && !IsOpenBelow => " that is not negative",
        ({ } least, null) => $" {(IsOpenBelow ? "above" : "of at least")} {Shown(least)}",
        (null, { } most) => $" {(IsOpenAbove ? "below" : "of at most")} {Shown(most)}",
        ({ } least, { } most) when IsOpenBelow && IsOpenAbove => $" between {Shown(least)} and {Shown(most)}",
        ({ } least, { } most) when !IsOpenBelow && !IsOpenAbove => $" from {Shown(least)} to {Shown(most)}",
        ({ } least, { } most) => $" {(IsOpenBelow ? "above" : "of at least")} {Shown(least)} and {(IsOpenAbove ? "below" : "at most")} {Shown(most)}",
    };

    internal void Describe(JsonObject schema)
    {
        if (Least is { } least) schema[IsOpenBelow ? "exclusiveMinimum" : "minimum"] = JsonValue.Create(least);
        if (Most is { } most) schema[IsOpenAbove ? "exclusiveMaximum" : "maximum"] = JsonValue.Create(most);
    }

    private static string Shown(T value) => value.ToString("#,0.################", CultureInfo.InvariantCulture);
}
