using Microsoft.ML.Data;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>What a model for two classes answers.</summary>
internal sealed class AnsweredPositive
{
    /// <summary>Of the positive class.</summary>
    public float Probability { get; set; }
}

/// <summary>What a model for numbers answers.</summary>
internal sealed class AnsweredNumber
{
    /// <summary>The number, as it was learned.</summary>
    public float Score { get; set; }
}

/// <summary>What a model for more classes answers.</summary>
internal sealed class AnsweredClasses
{
    /// <summary>Each class's probability.</summary>
    public VBuffer<float> Score { get; set; }
}
