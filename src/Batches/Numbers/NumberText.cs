namespace Homeostat.Batches;

/// <summary>Number parsing for text that has no padding around it.</summary>
internal static class NumberText
{
    internal static bool IsNumber(ReadOnlySpan<byte> text) => TryParse(text, out _);

    internal static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        const int Padding = 64;
        value = 0;
        if (text.IsEmpty || text.Length > Padding) return false;
        Span<byte> padded = stackalloc byte[3 * Padding];
        text.CopyTo(padded[Padding..]);
        return NumberParser.TryParse(ref padded[Padding], text.Length, out value);
    }
}
