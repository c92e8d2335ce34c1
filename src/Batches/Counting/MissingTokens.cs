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
        var texts = new List<byte[]>(tokens.Length);
        foreach (string token in tokens)
        {
            if (token.Length == 0) EmptyIsMissing = true;
            else texts.Add(Encoding.UTF8.GetBytes(token));
        }
        _tokens = [.. texts];
        foreach (byte[] token in _tokens)
        {
            _longest = Math.Max(_longest, token.Length);
            MayBeNumbers |= NumberText.IsNumber(token);
        }
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
