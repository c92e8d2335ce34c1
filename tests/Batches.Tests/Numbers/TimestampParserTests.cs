using System.Globalization;
using System.Text;

namespace Homeostat.Batches.Tests.Numbers;

public class TimestampParserTests
{
    private static double? Parse(string text) =>
        TimestampParser.TryParse(Encoding.UTF8.GetBytes(text), out double seconds) ? seconds : null;

    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1969-12-31", -86400)]
    [InlineData("2000-02-29", 951782400)]
    [InlineData("2024-02-29T12:00", 1709208000)]
    [InlineData("2024-03-05T18:16:25Z", 1709662585)]
    [InlineData("2024-03-05t18:16:25z", 1709662585)]
    [InlineData("2024-03-05 18:16:25", 1709662585)]
    [InlineData("2024-03-05T18:16:25.5", 1709662585.5)]
    [InlineData("2024-03-05T18:16:25.250Z", 1709662585.25)]
    [InlineData("2024-03-05T18:16:25.000000001Z", 1709662585.000000001)]
    [InlineData("2024-03-05T18:16:25.123456789+02:00", 1709655385.123456789)]
    [InlineData("2024-03-05T18:16:25+0530", 1709642785)]
    [InlineData("2024-03-05T18:16-08:00", 1709691360)]
    [InlineData("2024-03-05T18:16Z", 1709662560)]
    [InlineData("0000-03-01", -62162035200)]
    [InlineData("0001-01-01T00:00:00Z", -62135596800)]
    [InlineData("9999-12-31T23:59:59Z", 253402300799)]
    public void TryParse_Time_IsSecondsSince1970(string text, double expected) => Assert.Equal(expected, Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-3-05")]
    [InlineData("2024-03-5")]
    [InlineData("2024/03/05")]
    [InlineData("20240305")]
    [InlineData("2024-00-05")]
    [InlineData("2024-13-05")]
    [InlineData("2024-03-00")]
    [InlineData("2024-03-32")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-04-31")]
    [InlineData("-024-03-05")]
    [InlineData("2024-03-05T")]
    [InlineData("2024-03-05X18:16")]
    [InlineData("2024-03-05T18")]
    [InlineData("2024-03-05T18:1")]
    [InlineData("2024-03-05T24:00")]
    [InlineData("2024-03-05T18:60")]
    [InlineData("2024-03-05T18:16:60")]
    [InlineData("2024-03-05T18:16:2")]
    [InlineData("2024-03-05T18:16:")]
    [InlineData("2024-03-05T18:16:25.")]
    [InlineData("2024-03-05T18:16:25.Z")]
    [InlineData("2024-03-05T18:16:25.1234567890")]
    [InlineData("2024-03-05T18:16:25,5")]
    [InlineData("2024-03-05T18:16:25 Z")]
    [InlineData("2024-03-05T18:16:25ZZ")]
    [InlineData("2024-03-05T18:16:25+2")]
    [InlineData("2024-03-05T18:16:25+24:00")]
    [InlineData("2024-03-05T18:16:25+02:60")]
    [InlineData("2024-03-05T18:16:25+02-00")]
    [InlineData("2024-03-05T18:16:25+02:0")]
    [InlineData("2024-03-05Z")]
    [InlineData("2024-03-05+02:00")]
    [InlineData(" 2024-03-05")]
    [InlineData("2024-03-05 ")]
    [InlineData("٢٠٢٤-03-05")]
    public void TryParse_NoTime_False(string text) => Assert.Null(Parse(text));

    [Fact]
    public void TryParse_EveryDay_SameAsTheFrameworks()
    {
        for (var day = new DateOnly(1890, 1, 1); day.Year < 2110; day = day.AddDays(1))
            Assert.Equal((day.DayNumber - DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerDay) * 86400.0, Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void TryParse_RandomTimes_SameAsTheFrameworks()
    {
        var random = new Random(30_001);
        string[] forms = ["yyyy-MM-ddTHH:mm:ss.fffffffzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mmZ"];
        for (int i = 0; i < 20_000; i++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60));
            string text = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay * 2, TimeSpan.TicksPerDay * 3_652_000), offset)
                .ToString(forms[i % forms.Length], CultureInfo.InvariantCulture);
            var expected = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Assert.Equal((expected - DateTimeOffset.UnixEpoch).Ticks / 1e7, Parse(text)!.Value, 5e-5);
        }
    }

    [Fact]
    public void TryParse_MutatedTimes_NeverThrow()
    {
        var random = new Random(30_002);
        for (int i = 0; i < 20_000; i++)
        {
            bool isTime = TimestampParser.TryParse(Mutations.Of("2024-03-05T18:16:25.123456789+02:00"u8, random), out double seconds);
            Assert.True(double.IsFinite(seconds) && (isTime || seconds == 0));
        }
    }
}
