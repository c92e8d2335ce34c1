namespace Homeostat.Loop;

/// <summary>One model's answers to the rows that are compared.</summary>
/// <param name="Classes">Class of each row; 1 is the positive one of two. Empty for numbers.</param>
/// <param name="Numbers">Number of each row. Empty for classes.</param>
/// <param name="Scores">Score of each row; empty when any is missing.</param>
internal sealed record HoldoutSide(int[] Classes, double[] Numbers, double[] Scores)
{
    /// <summary>Whether every row has a score that can be a probability.</summary>
    public bool HasProbabilities => Scores.Length > 0 && Scores.All(score => score is >= 0 and <= 1);
}
