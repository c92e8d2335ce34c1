namespace Homeostat.Bench.Data;

/// <summary>Words of 3 to 12 letters; the k-th is as frequent as 1/k (Zipf).</summary>
internal sealed class CategoryColumn : Column
{
    // Words that readers take for a missing value.
    private static readonly HashSet<string> Forbidden = ["nan", "none", "null", "nil"];

    private readonly byte[][] _words;
    private readonly CumulativeTable _levels;

    /// <summary>Makes the words from <paramref name="seed"/>, all different.</summary>
    public CategoryColumn(string name, bool drifts, int levels, ulong seed)
        : base(name, drifts)
    {
        var random = new SplitMix(seed);
        var words = new HashSet<string>(Forbidden);
        var ordered = new List<byte[]>();
        while (ordered.Count < levels)
        {
            var word = Word(ref random);
            if (words.Add(word))
                ordered.Add(System.Text.Encoding.ASCII.GetBytes(word));
        }
        _words = [.. ordered];
        _levels = new CumulativeTable([.. Enumerable.Range(1, levels).Select(k => 1.0 / k)]);
    }

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position)
    {
        var word = _words[_levels.At(position)];
        word.CopyTo(cell);
        return word.Length;
    }

    private static string Word(ref SplitMix random)
    {
        var letters = new char[3 + random.Below(10)];
        for (int i = 0; i < letters.Length; i++)
            letters[i] = i % 2 == 0 ? "bcdfghklmnprstvz"[random.Below(16)] : "aeiou"[random.Below(5)];
        return new string(letters);
    }
}
