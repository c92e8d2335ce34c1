using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What answers of both sides are held against.</summary>
/// <param name="Groups">Groups they are counted in.</param>
/// <param name="Schema">Columns and roles.</param>
/// <param name="Tolerance">Errors of numbers up to here are no wrong answers; null: answers are classes.</param>
internal sealed record Yardstick(AnswerGroups Groups, Schema Schema, double? Tolerance)
{
    /// <summary>Whether an answer can be held against its label: numbers only by what is known of the champion's errors.</summary>
    internal bool KnowsWrong => Groups.AreClasses || Tolerance is not null;
}
