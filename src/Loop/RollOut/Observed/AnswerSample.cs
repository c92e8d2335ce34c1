using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>
/// Answers to the rows whose ids have the smallest hashes: two deployments keep the same rows of the same requests, however they come, in memory that
/// does not grow (a bottom-k sketch: Cohen and Kaplan, 2007).
/// </summary>
internal sealed record AnswerSample
{
    private const int Kept = 2048;

    /// <summary>Answers by hash of the row's id, as hashes too.</summary>
    public ImmutableSortedDictionary<ulong, ulong> Answers { get; init; } = ImmutableSortedDictionary<ulong, ulong>.Empty;

    internal static ulong HashOf(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal AnswerSample With(IReadOnlyCollection<(ulong Row, ulong Answer)> more)
    {
        var answers = Answers.SetItems(more.Select(row => KeyValuePair.Create(row.Row, row.Answer)));
        return answers.Count <= Kept ? new AnswerSample { Answers = answers } : new AnswerSample { Answers = answers.Take(Kept).ToImmutableSortedDictionary() };
    }

    /// <summary>Rows that both have, and how many of them were answered otherwise.</summary>
    internal (long Paired, long Flips) Compare(AnswerSample other)
    {
        long paired = 0, flips = 0;
        foreach (var (row, answer) in Answers)
        {
            if (!other.Answers.TryGetValue(row, out ulong theirs)) continue;
            paired++;
            if (answer != theirs) flips++;
        }
        return (paired, flips);
    }
}
