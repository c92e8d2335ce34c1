using System.Diagnostics.CodeAnalysis;

namespace Homeostat.Loop;

/// <summary>
/// Times on a cron schedule, UTC: five fields, minute, hour, day of the month, month, day of the week. A field is <c>*</c>, a number, a range
/// <c>a-b</c>, a step <c>*/n</c> or <c>a-b/n</c>, or a list of those; months and days of the week have names of three letters; Sunday is 0 or 7.
/// When both fields of the day are restricted, a day on which either matches is meant; a field that starts with <c>*</c> is not restricted.
/// Source: POSIX.1-2024, crontab, and Vixie cron 4.1, crontab(5) and entry.c, for steps, names, 7 and that last rule.
/// </summary>
public sealed class CronSchedule
{
    // The Gregorian calendar repeats after so many days: what does not come in them never does.
    private const int DaysOfTheCycle = 146_097;

    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _days;
    private readonly CronField _months;
    private readonly CronField _weekdays;

    private CronSchedule(string text, CronField[] fields)
    {
        Text = text;
        (_minutes, _hours, _days, _months, _weekdays) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    /// <summary>The schedule as it was written.</summary>
    public string Text { get; }

    internal CronField Minutes => _minutes;

    internal CronField Hours => _hours;

    internal CronField Days => _days;

    internal CronField Months => _months;

    internal CronField Weekdays => _weekdays;

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">The five fields.</param>
    /// <param name="schedule">The schedule; null when there is none.</param>
    /// <param name="problem">What is wrong, to be read after the text; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronSchedule? schedule, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        schedule = null;
        if (!CronParser.TryParse(text, out var fields, out problem)) return false;
        schedule = new CronSchedule(text, fields);
        // From the start of a cycle, so that every date of it lies ahead.
        if (schedule.Next(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)) is not null) return true;
        (schedule, problem) = (null, "names a day that no year has");
        return false;
    }

    /// <summary>The first time after this one that is on the schedule, UTC; null when there is none before the year 10000.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        int minute = utc.Hour * 60 + utc.Minute + 1;
        var day = utc.Date;
        for (int i = 0; i <= DaysOfTheCycle; i++)
        {
            if (IsOn(day) && TimeFrom(minute) is { } time) return new DateTimeOffset(day.AddMinutes(time), TimeSpan.Zero);
            if (day == DateTime.MaxValue.Date) return null;
            day = day.AddDays(1);
            minute = 0;
        }
        return null;
    }

    /// <summary>Whether the schedule has this minute.</summary>
    internal bool Matches(DateTime utc) => IsOn(utc.Date) && _hours.Has(utc.Hour) && _minutes.Has(utc.Minute);

    private bool IsOn(DateTime day)
    {
        if (!_months.Has(day.Month)) return false;
        bool ofMonth = _days.Has(day.Day), ofWeek = _weekdays.Has((int)day.DayOfWeek);
        return _days.IsOpen || _weekdays.IsOpen ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    /// <summary>The first minute of the day on the schedule, at or after one.</summary>
    private int? TimeFrom(int minute)
    {
        for (int hour = minute / 60; hour < 24; hour++)
            if (_hours.Has(hour) && _minutes.From(hour == minute / 60 ? minute % 60 : 0) is { } found) return hour * 60 + found;
        return null;
    }
}
