using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Loop.Tests;

/// <summary>
/// Times reasoned out from a calendar (2026-01-01 is a Thursday; 2028 is a leap year) and the rules of POSIX crontab and Vixie cron's crontab(5):
/// the first examples stand in that page with the words beside them.
/// </summary>
public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("5 0 * * *", "2026-01-01T00:05", "2026-01-02T00:05")] // five minutes after midnight, every day
    [InlineData("15 14 1 * *", "2026-01-01T14:14:59", "2026-01-01T14:15")] // at 2:15 pm on the first of every month
    [InlineData("15 14 1 * *", "2026-01-01T14:15", "2026-02-01T14:15")]
    [InlineData("0 22 * * 1-5", "2026-01-02T22:00", "2026-01-05T22:00")] // at 10 pm on weekdays: from Friday to Monday
    [InlineData("23 0-23/2 * * *", "2026-01-01T00:23", "2026-01-01T02:23")] // 23 minutes after midnight, 2 am, 4 am ...
    [InlineData("5 4 * * sun", "2026-01-01T00:00", "2026-01-04T04:05")] // at 5 after 4 every Sunday
    [InlineData("5 4 * * 0", "2026-01-01T00:00", "2026-01-04T04:05")]
    [InlineData("5 4 * * 7", "2026-01-01T00:00", "2026-01-04T04:05")]
    [InlineData("5 4 * * 5-7", "2026-01-03T04:05", "2026-01-04T04:05")] // Friday to Sunday
    [InlineData("30 4 1,15 * 5", "2026-01-02T04:30", "2026-01-09T04:30")] // 4:30 on the 1st and 15th, plus every Friday: the 9th is a Friday
    [InlineData("30 4 1,15 * 5", "2026-01-09T04:30", "2026-01-15T04:30")] // the 15th is a Thursday
    [InlineData("0 0 13 * 5", "2026-02-01T00:00", "2026-02-06T00:00")] // either day, not Friday the 13th
    [InlineData("0 0 */2 * 5", "2026-01-01T00:00", "2026-01-09T00:00")] // a field that starts with * does not count as restricted: odd days that are Fridays
    [InlineData("0 0 1 * */2", "2026-01-01T00:00", "2026-02-01T00:00")] // the first, when it is a Sunday, Tuesday, Thursday or Saturday
    [InlineData("*/15 * * * *", "2026-01-01T00:46", "2026-01-01T01:00")]
    [InlineData("*/40 * * * *", "2026-01-01T00:41", "2026-01-01T01:00")] // 0 and 40: a step starts anew each hour
    [InlineData("10-20/5,50 3 * * *", "2026-01-01T03:20", "2026-01-01T03:50")]
    [InlineData("59 23 31 12 *", "2026-12-31T23:59", "2027-12-31T23:59")]
    [InlineData("0 0 31 * *", "2026-04-01T00:00", "2026-05-31T00:00")] // April has no 31st
    [InlineData("0 0 29 2 *", "2026-01-01T00:00", "2028-02-29T00:00")]
    [InlineData("0 0 29 FEB *", "2097-01-01T00:00", "2104-02-29T00:00")] // 2100 is no leap year
    [InlineData("0 12 * JAN,jul Mon-Wed", "2026-02-01T00:00", "2026-07-01T12:00")] // 1 July 2026 is a Wednesday
    [InlineData("  0\t3 * * *  ", "2026-01-01T03:00:00.001", "2026-01-02T03:00")]
    public void Next_IsTheFirstTimeAfter(string schedule, string after, string expected)
    {
        Assert.True(CronSchedule.TryParse(schedule, out var parsed, out _));
        Assert.Equal(Utc(expected), parsed.Next(Utc(after)));
    }

    [Fact]
    public void Next_CountsInUtcWhateverTheOffset()
    {
        Assert.True(CronSchedule.TryParse("0 3 * * *", out var schedule, out _));
        var next = schedule.Next(new DateTimeOffset(2026, 1, 1, 4, 30, 0, TimeSpan.FromHours(2)));
        Assert.Equal(Utc("2026-01-01T03:00"), next);
        Assert.Equal(TimeSpan.Zero, next!.Value.Offset);
    }

    [Fact]
    public void Next_AtTheEndOfTheCalendar_IsNone()
    {
        Assert.True(CronSchedule.TryParse("0 3 * * *", out var schedule, out _));
        Assert.Null(schedule.Next(DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData("", "has 0 fields, expected 5")]
    [InlineData("0 3 * *", "has 4 fields, expected 5")]
    [InlineData("0 0 3 * * *", "has 6 fields, expected 5")]
    [InlineData("@daily", "is a nickname, expected 5")]
    [InlineData("60 * * * *", "has \"60\" as its minute")]
    [InlineData("* 24 * * *", "has \"24\" as its hour")]
    [InlineData("* * 0 * *", "has \"0\" as its day of the month")]
    [InlineData("* * * 13 *", "expected 1 to 12 or jan to dec")]
    [InlineData("* * * * 8", "has \"8\" as its day of the week")]
    [InlineData("* * * * monday", "has \"monday\" as its day of the week")]
    [InlineData("* * * mon *", "has \"mon\" as its month")]
    [InlineData("5/15 * * * *", "gives a step to a single value; \"5-59/15\" starts there")]
    [InlineData("*/0 * * * *", "no step that can be read")]
    [InlineData("*/x * * * *", "no step that can be read")]
    [InlineData("1//2 * * * *", "cannot be read")]
    [InlineData("1-2-3 * * * *", "cannot be read")]
    [InlineData("1, * * * *", "has \"\" as its minute")]
    [InlineData("-1 * * * *", "cannot be read")]
    [InlineData("+1 * * * *", "cannot be read")]
    [InlineData("? * * * *", "cannot be read")]
    [InlineData("0 0 L * *", "cannot be read")]
    [InlineData("* 22-2 * * *", "runs backwards")]
    [InlineData("* * * * sat-sun", "runs backwards; Sunday at the end of a range is 7")]
    [InlineData("0 0 30 2 *", "names a day that no year has")]
    [InlineData("0 0 31 4,6,9,11 *", "names a day that no year has")]
    public void Mistake_IsNamed(string schedule, string words)
    {
        Assert.False(CronSchedule.TryParse(schedule, out var parsed, out string? problem));
        Assert.Null(parsed);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void HugeStep_IsTheStartAlone()
    {
        Assert.True(CronSchedule.TryParse($"*/{int.MaxValue} * * * *", out var schedule, out _));
        Assert.Equal(Utc("2026-01-01T01:00"), schedule.Next(Utc("2026-01-01T00:00")));
    }

    /// <summary>What follows is on the schedule, lies ahead, and nothing in between is: checked minute by minute, by the text rather than by bits.</summary>
    [Fact]
    public void Next_IsTheNearestMatchingMinute()
    {
        var field = (int least, int most) => Gen.OneOf(
            Gen.Constant("*"),
            Gen.Choose(least, most).Select(Text),
            Gen.Choose(2, 20).Select(step => $"*/{step}"),
            from a in Gen.Choose(least, most) from b in Gen.Choose(a, most) from step in Gen.Choose(1, 9) select $"{a}-{b}/{step}",
            from a in Gen.Choose(least, most) from b in Gen.Choose(least, most) select $"{a},{b}");
        var cases =
            from minute in field(0, 59) from hour in field(0, 23) from day in field(1, 28) from weekday in field(0, 7)
            from start in Gen.Choose(0, 3 * 366 * 24 * 60)
            select (Schedule: $"{minute} {hour} {day} * {weekday}", Start: new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(start));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            Assert.True(CronSchedule.TryParse(one.Schedule, out var schedule, out string? problem), $"{one.Schedule} {problem}");
            var next = schedule.Next(one.Start)!.Value.UtcDateTime;
            var isOn = Reading(one.Schedule);
            Assert.True(isOn(next), $"{one.Schedule} after {one.Start:O}: {next:O} is not on it");
            // Rare times are years ahead: the days next to both ends are enough to catch one too early or too late.
            const int Near = 2 * 24 * 60;
            int gap = (int)(next - one.Start).TotalMinutes;
            foreach (int minute in Enumerable.Range(1, Math.Min(gap - 1, Near)).Concat(Enumerable.Range(Math.Max(1, gap - Near), Math.Min(gap - 1, Near))))
                Assert.False(isOn(one.Start.AddMinutes(minute)), $"{one.Schedule} after {one.Start:O}: minute {minute} comes before {next:O}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(4711, 4713));
    }

    /// <summary>The rules once more, over lists of values.</summary>
    private static Func<DateTime, bool> Reading(string schedule)
    {
        string[] fields = schedule.Split(' ');
        var (minutes, hours, days, weekdays) = (Values(fields[0], 0, 59), Values(fields[1], 0, 23), Values(fields[2], 1, 31), Values(fields[4], 0, 7));
        if (weekdays.Contains(7)) weekdays.Add(0);
        bool both = fields[2][0] == '*' || fields[4][0] == '*';
        return time =>
        {
            bool month = days.Contains(time.Day), week = weekdays.Contains((int)time.DayOfWeek);
            return minutes.Contains(time.Minute) && hours.Contains(time.Hour) && (both ? month && week : month || week);
        };
    }

    private static HashSet<int> Values(string field, int least, int most) => [.. field.Split(',').SelectMany(element =>
    {
        string[] parts = element.Split('/');
        int[] ends = parts[0] == "*" ? [least, most] : [.. parts[0].Split('-').Select(Number)];
        int step = parts.Length > 1 ? Number(parts[1]) : 1;
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Where(value => (value - ends[0]) % step == 0);
    })];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
