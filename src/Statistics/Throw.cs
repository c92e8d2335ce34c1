using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace Homeostat.Statistics;

/// <summary>Every argument error of this library, each in three beats: what happened, why it matters, what to do.</summary>
internal static class Throw
{
    [DoesNotReturn]
    public static void Empty(string name) => throw new ArgumentException(
        Invariant($"{name} is empty (0 values). A statistic of nothing has no value, and any number would read as a result. ") +
        "Pass at least one value, or skip the statistic when there is no data.", name);

    [DoesNotReturn]
    public static void LengthMismatch(string first, long firstLength, string second, long secondLength) => throw new ArgumentException(
        Invariant($"{second} has {secondLength} values where {first} calls for {firstLength}. ") +
        "The two are read side by side, so every pair after the gap would be wrong. " +
        "Pass spans that describe the same cells or rows.", second);

    [DoesNotReturn]
    public static void Negative(string name, int index, double value) => throw new ArgumentException(
        Invariant($"{name}[{index}] is {value}. A count, probability or weight below zero has no meaning and would cancel others. ") +
        "Pass values of zero or more.", name);

    [DoesNotReturn]
    public static void Infinite(string name, int index, double value) => throw new ArgumentException(
        Invariant($"{name}[{index}] is {value}. An infinite count or weight leaves no share for the others. ") +
        "Pass finite values.", name);

    [DoesNotReturn]
    public static void NoMass(string name, int count) => throw new ArgumentException(
        Invariant($"all {count} values of {name} are zero. Nothing was counted, so there are no proportions to compare. ") +
        "Pass at least one positive value, or skip the statistic when there is no data.", name);

    [DoesNotReturn]
    public static void NotSorted(string name, int index, double previous, double value) => throw new ArgumentException(
        Invariant($"{name}[{index}] is {value}, below its predecessor {previous}. ") +
        "Mass is moved from left to right, so the order matters. Sort the positions in ascending order together with their counts.", name);

    [DoesNotReturn]
    public static void NotProbability(string name, int index, double value) => throw new ArgumentException(
        Invariant($"{name}[{index}] is {value}, outside 0 to 1. It cannot be read as a probability. ") +
        "Pass probabilities, not logits, scores or percentages.", name);

    [DoesNotReturn]
    public static void NotClass(string name, int index, int value, int classes) => throw new ArgumentException(
        Invariant($"{name}[{index}] is class {value}, outside 0 to {classes - 1}. A class is a position in the model's list of classes. ") +
        "Map labels to such positions first.", name);

    [DoesNotReturn]
    public static void ShiftedOverlap(string name) => throw new ArgumentException(
        Invariant($"{name} overlaps the input at another offset. Writing results would overwrite inputs that are still to be read. ") +
        "Pass the same span for work in place, or separate memory.", name);

    [DoesNotReturn]
    public static void Parameter(string name, double value, string range) => throw new ArgumentOutOfRangeException(
        name, Invariant($"{name} is {value}; it must be {range}. Outside that range the statistic has no meaning. Correct the setting."));
}
