using Microsoft.ML.Data;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>One row as ML.NET sees it. Each trainer reads the label of its task only; who asks for an answer fills the features only.</summary>
internal sealed class LearnedRow
{
    /// <summary>The features, as <see cref="FeatureLayout"/> lays them out.</summary>
    public VBuffer<float> Features { get; set; }

    /// <summary>How much the row counts.</summary>
    public float Weight { get; set; } = 1;

    /// <summary>The label of two classes.</summary>
    public bool IsPositive { get; set; }

    /// <summary>The label that is a number, centred and in units of its spread.</summary>
    public float Number { get; set; }

    /// <summary>The label of more classes, counted from 0: ML.NET adds the 1 that its keys start from.</summary>
    public uint Class { get; set; }
}
