using Homeostat.Statistics.Distances;

namespace Homeostat.Statistics.Tests.Distances;

/// <summary>Every cell-wise distance by name, for the rules that all of them keep.</summary>
public sealed record CellDistance(
    string Name, Func<double[], double[], double> OfDoubles, Func<long[], long[], double> OfCounts, double Largest, bool Symmetric = true)
{
    public static IReadOnlyList<CellDistance> All { get; } =
    [
        new("PSI", (p, q) => PopulationStability.Index(p, q), (p, q) => PopulationStability.Index(p, q), double.PositiveInfinity),
        new(
            "PSI without floor",
            (p, q) => PopulationStability.Index(p, q, 0),
            (p, q) => PopulationStability.Index(p, q, 0),
            double.PositiveInfinity),
        new("KL", (p, q) => KullbackLeibler.Divergence(p, q), (p, q) => KullbackLeibler.Divergence(p, q), double.PositiveInfinity, false),
        new("JS distance", (p, q) => JensenShannon.Distance(p, q), (p, q) => JensenShannon.Distance(p, q), 1),
        new("JS divergence", (p, q) => JensenShannon.Divergence(p, q), (p, q) => JensenShannon.Divergence(p, q), 1),
        new("Hellinger", (p, q) => Hellinger.Distance(p, q), (p, q) => Hellinger.Distance(p, q), 1),
        new("TV", (p, q) => TotalVariation.Distance(p, q), (p, q) => TotalVariation.Distance(p, q), 1),
        new("L-infinity", (p, q) => LInfinity.Distance(p, q), (p, q) => LInfinity.Distance(p, q), 1),
    ];

    public static TheoryData<CellDistance> Theory => new(All);

    public static TheoryData<CellDistance> Metrics =>
        new(All.Where(distance => distance.Name is "JS distance" or "Hellinger" or "TV" or "L-infinity"));

    public override string ToString() => Name;
}
