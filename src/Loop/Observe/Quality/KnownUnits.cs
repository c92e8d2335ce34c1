using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Units that are mistaken for each other in practice.</summary>
internal static class KnownUnits
{
    /// <summary>One mistake: the values came as <c>Factor * expected + Offset</c>.</summary>
    public readonly record struct Unit(string From, string To, double Factor, double Offset = 0);

    // Each also stands for its inverse. None is below 1.5: a growth of that size is no unit. None is within a tenth of another: skewed
    // values could not tell them apart.
    private static readonly Unit[] s_units =
    [
        new("metres", "feet", 3.28084),
        new("inches", "centimetres", 2.54),
        new("miles", "kilometres", 1.609344),
        new("kilograms", "pounds", 2.204623),
        new("US gallons", "litres", 3.785412),
        new("ounces", "grams", 28.34952),
        new("radians", "degrees", 57.29578),
        new("hours or minutes", "minutes or seconds", 60),
        new("hours", "seconds", 3600),
        new("days", "hours", 24),
        new("a unit", "a tenth of it (centimetres to millimetres)", 10),
        new("shares or whole units", "percent or hundredths (euros to cents)", 100),
        new("a unit", "a thousandth of it (kilometres to metres, seconds to milliseconds)", 1000),
        new("a unit", "a millionth of it", 1e6),
        new("Celsius", "Fahrenheit", 1.8, 32),
        new("Celsius", "Kelvin", 1, 273.15),
    ];

    /// <summary>All of them in both directions, and the reversed sign.</summary>
    public static ImmutableArray<Unit> All { get; } =
        [.. s_units, .. s_units.Select(unit => new Unit(unit.To, unit.From, 1 / unit.Factor, -unit.Offset / unit.Factor)), new("a sign", "the opposite sign", -1)];
}
