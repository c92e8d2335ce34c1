namespace Homeostat.Loop.Tests;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("PT10M", 600)]
    [InlineData("P1D", 86_400)]
    [InlineData("P2W", 1_209_600)]
    [InlineData("P1DT1H1M1.5S", 90_061.5)]
    [InlineData("PT0S", 0)]
    [InlineData("30s", 30)]
    [InlineData("0.25s", 0.25)]
    [InlineData("10m", 600)]
    [InlineData("24h", 86_400)]
    [InlineData("7d", 604_800)]
    [InlineData("2w", 1_209_600)]
    [InlineData("1h30m", 5_400)]
    public void Text_IsRead(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
        Assert.Matches(Durations.Pattern, text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1Y")]
    [InlineData("P1M")] // a month or a minute?
    [InlineData("10M")]
    [InlineData("10")]
    [InlineData("-10m")]
    [InlineData("10 m")]
    [InlineData("10min")]
    [InlineData("30m1h")]
    [InlineData("1.5h")]
    [InlineData("00:10:00")]
    [InlineData("10m\n")]
    public void OtherText_IsNot(string text)
    {
        Assert.False(Durations.TryParse(text, out _));
        if (!text.EndsWith('\n')) Assert.DoesNotMatch(Durations.Pattern, text);
    }

    [Theory]
    [InlineData("99999999999999999999d")]
    [InlineData("999999999w")]
    public void MoreThanATimeSpanHolds_IsNot(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData("PT0S", "no time")]
    [InlineData("PT0.5S", "0.5 seconds")]
    [InlineData("PT1S", "1 second")]
    [InlineData("PT1M", "1 minute")]
    [InlineData("PT1H30M", "1 hour and 30 minutes")]
    [InlineData("P1D", "24 hours")]
    [InlineData("P1DT6H", "30 hours")]
    [InlineData("P2D", "2 days")]
    [InlineData("P30DT1H1M1S", "30 days, 1 hour, 1 minute and 1 second")]
    public void Words_AreWhatPeopleSay(string iso, string words)
    {
        Assert.True(Durations.TryParse(iso, out var duration));
        Assert.Equal(words, DurationWords.Of(duration));
        Assert.Equal(iso, Durations.Iso(duration));
    }

    [Theory]
    [InlineData("PT45.678S", "45.7 seconds")]
    [InlineData("PT59.96S", "1 minute")]
    [InlineData("PT71M20.4S", "1 hour and 11 minutes")]
    [InlineData("PT3M20.6S", "3 minutes and 21 seconds")]
    [InlineData("P1DT47M", "24 hours and 47 minutes")]
    [InlineData("P9DT2H31M", "9 days and 3 hours")]
    [InlineData("PT0.04S", "no time")]
    public void WhatWasMeasured_IsRounded(string iso, string words)
    {
        Assert.True(Durations.TryParse(iso, out var duration));
        Assert.Equal(words, DurationWords.About(duration));
    }

    [Fact]
    public void TimeBelowZero_IsSaidToBe() => Assert.Equal("minus 5 minutes", DurationWords.Of(TimeSpan.FromMinutes(-5)));

    [Fact]
    public void Iso_OfTicks_ReadsTheSame()
    {
        foreach (long ticks in (long[])[1, 9_999_999, 864_000_000_001, TimeSpan.FromDays(3650).Ticks - 1])
        {
            Assert.True(Durations.TryParse(Durations.Iso(TimeSpan.FromTicks(ticks)), out var again));
            Assert.Equal(ticks, again.Ticks);
        }
    }
}
