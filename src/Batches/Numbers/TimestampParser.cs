namespace Homeostat.Batches;

/// <summary>
/// Reads ISO 8601 and RFC 3339 times: <c>yyyy-MM-dd</c>, or that with <c>T</c>, <c>t</c> or a space and <c>HH:mm[:ss[.f...]]</c>, nine digits behind
/// the point at most, then nothing (read as UTC), <c>Z</c>, <c>+hh:mm</c> or <c>+hhmm</c>. Hour 24 and leap seconds are not taken.
/// </summary>
internal static class TimestampParser
{
    private const int DateLength = 10;
    private const int MinutesLength = 16;
    private const int MaxFractionDigits = 9;
    private const int SecondsPerDay = 86_400;

    /// <summary>Reads a time as seconds since 1970-01-01T00:00:00Z; false when the text is none.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out double secondsSinceEpoch)
    {
        secondsSinceEpoch = 0;
        if (text.Length < DateLength || !TryDate(text, out int day)) return false;
        double seconds = 0;
        if (text.Length > DateLength && !TryTime(text[DateLength..], out seconds)) return false;
        secondsSinceEpoch = day * (double)SecondsPerDay + seconds;
        return true;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out int day)
    {
        int year = TwoDigits(text) * 100 + TwoDigits(text[2..]);
        int month = TwoDigits(text[5..]), dayOfMonth = TwoDigits(text[8..]);
        bool isDate = text[4] == (byte)'-' && text[7] == (byte)'-' && TwoDigits(text) >= 0 && TwoDigits(text[2..]) >= 0
            && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DaysIn(year, month);
        day = isDate ? DayNumber(year, month, dayOfMonth) : 0;
        return isDate;
    }

    // From the T on. A sum, so that a time with an offset may lie on the day before or after.
    private static bool TryTime(ReadOnlySpan<byte> text, out double seconds)
    {
        seconds = 0;
        if (text.Length < MinutesLength - DateLength || text[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[3] != (byte)':') return false;
        int hour = TwoDigits(text[1..]), minute = TwoDigits(text[4..]), second = 0;
        double fraction = 0;
        text = text[6..];
        if (text.Length >= 3 && text[0] == (byte)':')
        {
            second = TwoDigits(text[1..]);
            text = text[3..];
            if (!text.IsEmpty && text[0] == (byte)'.' && !TryFraction(ref text, out fraction)) return false;
        }
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || !TryOffset(text, out int offset)) return false;
        seconds = hour * 3600 + minute * 60 + second - offset + fraction;
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, out double fraction)
    {
        int value = 0, length = 0, scale = 1;
        text = text[1..];
        for (; length < text.Length && (uint)(text[length] - '0') < 10; length++)
        {
            if (length == MaxFractionDigits) break;
            value = value * 10 + (text[length] - '0');
            scale *= 10;
        }
        fraction = (double)value / scale;
        text = text[length..];
        return length > 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int seconds)
    {
        seconds = 0;
        if (text.IsEmpty) return true;
        if (text[0] is (byte)'Z' or (byte)'z') return text.Length == 1;
        bool hasColon = text.Length == 6 && text[3] == (byte)':';
        if (text[0] is not ((byte)'+' or (byte)'-') || (text.Length != 5 && !hasColon)) return false;
        int hours = TwoDigits(text[1..]), minutes = TwoDigits(text[^2..]);
        seconds = (hours * 3600 + minutes * 60) * (text[0] == (byte)'-' ? -1 : 1);
        return hours is >= 0 and <= 23 && minutes is >= 0 and <= 59;
    }

    // Negative when they are no digits.
    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        uint tens = (uint)(text[0] - '0'), ones = (uint)(text[1] - '0');
        return tens < 10 && ones < 10 ? (int)(tens * 10 + ones) : -1;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Days since 1970-01-01 in the proleptic Gregorian calendar. Years start in March, so that the leap day is their last;
    // source: H. Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
    private static int DayNumber(int year, int month, int day)
    {
        int shifted = month <= 2 ? year - 1 + 400 : year + 400;
        int era = shifted / 400, yearOfEra = shifted % 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return (era - 1) * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }
}
