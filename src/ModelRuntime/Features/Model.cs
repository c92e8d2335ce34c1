namespace Homeostat.ModelRuntime;

/// <summary>An additive model: what it answers, what it reads, what it adds up.</summary>
/// <param name="Task">What it answers.</param>
/// <param name="Shapes">Its features.</param>
/// <param name="Coefficients">Weights of their levels, for numbers in the label's unit.</param>
internal sealed record Model(ModelTask Task, FeatureShape[] Shapes, Coefficients Coefficients)
{
    /// <summary>Where each feature's levels start, and where the last one's end.</summary>
    internal int[] Offsets { get; } = OffsetsOf(Shapes);

    private static int[] OffsetsOf(FeatureShape[] shapes)
    {
        int[] offsets = new int[shapes.Length + 1];
        for (int i = 0; i < shapes.Length; i++) offsets[i + 1] = offsets[i] + shapes[i].Levels;
        return offsets;
    }
}
