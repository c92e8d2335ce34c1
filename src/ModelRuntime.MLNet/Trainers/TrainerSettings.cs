using System.Collections.Immutable;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>A trainer and its settings.</summary>
/// <param name="Kind">What learns.</param>
internal sealed record TrainerSettings(TrainerKind Kind)
{
    /// <summary>Trees, of FastTree. Default 100, as in ML.NET.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Most leaves of a tree, of FastTree. Default 20, as in ML.NET.</summary>
    public int Leaves { get; init; } = 20;

    /// <summary>Fewest rows of a leaf, of FastTree. Default 10, as in ML.NET.</summary>
    public int LeafRows { get; init; } = 10;

    /// <summary>How much of each tree is taken, of FastTree. Default 0.2, as in ML.NET.</summary>
    public double Rate { get; init; } = 0.2;

    /// <summary>L2 regularisation, of SDCA; null: ML.NET chooses it by the number of rows.</summary>
    public double? L2 { get; init; }

    /// <summary>Settings near these, at random.</summary>
    internal TrainerSettings Draw(Random chance) => Kind == TrainerKind.Sdca
        ? this with { L2 = Between(chance, 1e-7, 1e-2) }
        : this with
        {
            Trees = (int)Math.Round(Between(chance, 20, 400)),
            Leaves = (int)Math.Round(Between(chance, 4, 64)),
            LeafRows = (int)Math.Round(Between(chance, 5, 200)),
            Rate = Between(chance, 0.02, 0.4),
        };

    /// <summary>Those that the trainer uses, by name.</summary>
    internal ImmutableSortedDictionary<string, double> Named()
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (Kind == TrainerKind.FastTree) (named["trees"], named["leaves"], named["leafRows"], named["rate"]) = (Trees, Leaves, LeafRows, Rate);
        else if (L2 is { } l2) named["l2"] = l2;
        return named.ToImmutable();
    }

    // Settings act by their ratio.
    private static double Between(Random chance, double from, double to) => from * Math.Pow(to / from, chance.NextDouble());
}
