using System.Collections.Immutable;
using System.Text;

namespace Homeostat.Batches;

/// <summary>The texts that stand for a missing value, ready to be compared with bytes.</summary>
internal sealed class MissingTokens
{
    private readonly byte[][] _tokens;
    private readonly int _longest;

    internal MissingTokens(ImmutableArray<string> tokens)
    {
        _tokens = [.. tokens.Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes)];
        _longest = _tokens.Length == 0 ? 0 : _tokens.Max(token => token.Length);
        EmptyIsMissing = tokens.Contains("");
        MayBeNumbers = _tokens.Any(token => NumberText.IsNumber(token));
    }

    /// <summary>Whether an empty field is missing.</summary>
    internal bool EmptyIsMissing { get; }

    /// <summary>Whether a token reads as a number (-999): numbers must then be compared before they are parsed.</summary>
    internal bool MayBeNumbers { get; }

    internal bool Contains(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return EmptyIsMissing;
        if (text.Length > _longest) return false;
        foreach (byte[] token in _tokens)
            if (text.SequenceEqual(token)) return true;
        return false;
    }
}
