namespace Homeostat.Batches;
internal static class TimestampParser
{
    internal static bool TryParse(ReadOnlySpan<byte> text, out double seconds)
    {
        seconds = 0;
        if (text.Length < 10 || text[4] != '-' || !DateTimeOffset.TryParse(System.Text.Encoding.UTF8.GetString(text), null, System.Globalization.DateTimeStyles.AssumeUniversal, out var t)) return false;
        seconds = t.ToUnixTimeMilliseconds() / 1000.0;
        return true;
    }
}
