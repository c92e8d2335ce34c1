using Homeostat.Statistics.Distances;
using Homeostat.Statistics.Multiplicity;
using Homeostat.Statistics.Performance;

namespace Homeostat.Statistics.Tests;

public class ThrowTests
{
    public static TheoryData<string, Action> Errors => new()
    {
        { "p is empty (0 values)", () => Hellinger.Distance(Array.Empty<double>(), [1.0]) },
        { "q has 3 values where p calls for 2", () => Hellinger.Distance([1.0, 2], [1.0, 2, 3]) },
        { "q[1] is -2", () => Hellinger.Distance([1.0, 2], [1.0, -2]) },
        { "p[0] is -1", () => Hellinger.Distance([-1L, 2], [1L, 2]) },
        { "p[0] is Infinity", () => Hellinger.Distance([double.PositiveInfinity, 2], [1.0, 2]) },
        { "all 2 values of q are zero", () => Hellinger.Distance([1.0, 2], [0.0, 0]) },
        { "positions[2] is 1, below its predecessor 3", () => Wasserstein.GridDistance([0, 3, 1], [1.0, 1, 1], [1.0, 1, 1]) },
        { "referenceWeights[1] is -3", () => Wasserstein.Distance([2, 1], [1], [1, -3]) },
        { "currentWeights has 1 values where current calls for 2", () => Wasserstein.Distance([1], [2, 1], default, [1]) },
        { "floor is 1; it must be at least 0 and below 1", () => PopulationStability.Index([1.0], [1.0], 1) },
        { "floor is NaN", () => PopulationStability.Index([1.0], [1.0], double.NaN) },
        { "probabilities[1] is 1.5, outside 0 to 1", () => ProbabilityScores.LogLoss([0, 1], [0.5, 1.5]) },
        { "truth[1] is class -1, outside 0 to 65535", () => MacroClassification.F1([0, -1], [0, 1]) },
        { "predicted[0] is class 65536", () => MacroClassification.F1([0, 1], [65_536, 1]) },
        { "truth[0] is class 2, outside 0 to 1", () => MulticlassScores.LogLoss([2], [0.5, 0.5], 2) },
        { "probabilities has 3 values where truth x classes calls for 4", () => MulticlassScores.LogLoss([0, 1], [0.5, 0.5, 1], 2) },
        { "classes is 1; it must be at least 2", () => MulticlassScores.LogLoss([0], [1], 1) },
        { "bins is 0; it must be 1 to 65536", () => Calibration.ExpectedError([0], [1], bins: 0) },
        { "all 2 values of weights are zero", () => Classification.Accuracy([0, 1], [0, 1], [0, 0]) },
        { "adjusted overlaps the input", () => Shifted() },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Message_OfAnArgumentError_HasThreeBeats(string whatHappened, Action act)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(act);
        Assert.StartsWith(whatHappened, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.ParamName);
        Assert.True(error.Message.Split(". ").Length >= 3, error.Message);
    }

    private static void Shifted()
    {
        double[] memory = [0.1, 0.2, 0.3];
        PValueAdjustment.Holm(memory.AsSpan(0, 2), memory.AsSpan(1, 2));
    }
}
