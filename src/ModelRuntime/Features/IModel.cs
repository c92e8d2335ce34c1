namespace Homeostat.ModelRuntime;

/// <summary>What can be served: whatever answers values that <see cref="FeatureCoder"/> read.</summary>
internal interface IModel
{
    /// <summary>What it answers.</summary>
    ModelTask Task { get; }

    /// <summary>Its features, in the order their values are given.</summary>
    FeatureShape[] Shapes { get; }

    /// <summary>Scores a row: one for numbers and for two classes, else one a class.</summary>
    int Outputs { get; }

    /// <summary>Scores one row, for <see cref="Answer.Of"/>: the number, the log-odds, or the classes' logarithms. Asked by many threads at a time.</summary>
    void Score(ReadOnlySpan<FeatureValue> values, Span<double> scores);
}
