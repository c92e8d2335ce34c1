namespace Homeostat.ModelRuntime;

/// <summary>How wrong scores are.</summary>
internal interface ILoss
{
    /// <summary>Scores a row.</summary>
    int Outputs { get; }

    /// <summary>A bias to start from, given the weighted share of each class, or nothing for numbers.</summary>
    void Start(ReadOnlySpan<double> shares, Span<double> bias);

    /// <summary>About how fast the loss bends by one output's score, given the shares.</summary>
    double Curvature(ReadOnlySpan<double> shares, int output);

    /// <summary>The weighted loss of some rows; their scores, one output after the other, become its derivatives.</summary>
    double Differentiate(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<double> scores);
}
