using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Schedules in words, where there are short ones.</summary>
internal static class CronWords
{
    internal static string Of(string text)
    {
        if (!CronSchedule.TryParse(text, out var schedule, out _)) return $"at \"{text}\"";
        return Plain(schedule) is { } plain ? $"{plain} UTC" : $"at the times of the cron schedule \"{text}\", UTC";
    }

    private static string? Plain(CronSchedule schedule)
    {
        if (schedule.Minutes.Single is not { } minute || schedule.Hours.Single is not { } hour || !IsAll(schedule.Months, 12)) return null;
        string at = string.Create(CultureInfo.InvariantCulture, $"at {hour:00}:{minute:00}");
        bool everyDay = IsAll(schedule.Days, 31), everyWeekday = IsAll(schedule.Weekdays, 7);
        if (everyDay && everyWeekday) return $"every day {at}";
        if (everyDay) return $"every {Say.All([.. schedule.Weekdays.All.Select(day => ((DayOfWeek)day).ToString())])} {at}";
        if (everyWeekday && schedule.Days.Single is { } day) return $"on day {day} of every month {at}";
        return null;
    }

    private static bool IsAll(CronField field, int count) => field.IsOpen && field.All.Count() == count;
}
