using System.Text;
using System.Text.Json;

namespace Homeostat.Cli.Tests.Demo;

public sealed class FlightTests
{
    private const string Two = """
        [{"date":"2001/01/01 00:47","delay":66,"distance":1750,"origin":"DTW","destination":"LAS"},{"date":"2001/01/07 23:10","delay":-5,"distance":407,"origin":"LAS","destination":"OAK"}]
        """;

    [Fact]
    public void Read_GivesWhatTheFileSays()
    {
        var flights = FlightFile.Read(Encoding.UTF8.GetBytes(Two));
        Assert.Equal([new Flight(new DateTime(2001, 1, 1, 0, 47, 0, DateTimeKind.Unspecified), 66, 1750, "DTW", "LAS"), new Flight(new DateTime(2001, 1, 7, 23, 10, 0, DateTimeKind.Unspecified), -5, 407, "LAS", "OAK")], flights);
    }

    [Theory]
    [InlineData("""{"date":"2001/01/01 00:47"}""")]
    [InlineData("""[{"date":"2001/01/01 00:47"}]""")]
    [InlineData("""[{"date":"yesterday","delay":1,"distance":1,"origin":"A","destination":"B"}]""")]
    [InlineData("[")]
    public void Read_SomethingElse_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => FlightFile.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(-3, false)]
    public void Row_IsLate_FromFifteenMinutesOn(int delay, bool isLate) => Assert.Equal(isLate, Row(9) is var row && (row with { Delay = delay }).IsLate);

    [Fact]
    public void Row_TellsTheModelNothingOfItsDelay()
    {
        var row = Row(9) with { Delay = 4711 };
        Assert.DoesNotContain("4711", row.ToCsv(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", Encoding.UTF8.GetString(FlightRow.ToJson([row])), StringComparison.Ordinal);
    }

    [Fact]
    public void Row_WithALostOrigin_IsNullInARequest_AndEmptyInAFile()
    {
        var row = Row(9) with { Origin = null, Distance = 653.9 };
        Assert.Equal("""[{"weekday":"Mon","hour":9,"distance":653.9,"origin":null,"destination":"LAS"}]""", Encoding.UTF8.GetString(FlightRow.ToJson([row])));
        Assert.Equal("f00001,Mon,9,653.9,,LAS", row.ToCsv());
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(4, 50)]
    [InlineData(11, 50)]
    [InlineData(12, 10)]
    public void LateMornings_AreLaterBeforeNoon_AndLookTheSame(int hour, int delay)
    {
        var (before, after) = (Row(hour), World.LateMornings(Row(hour)));
        Assert.Equal(delay, after.Delay);
        Assert.Equal(before.ToCsv(), after.ToCsv());
    }

    [Fact]
    public void Weeks_AreWhole_FromMondayOn_AndHoldEveryFlightOnce()
    {
        var flights = FlightGenerator.Draw(1);
        var weeks = FlightWeeks.Of(flights, 1);
        Assert.Equal(12, weeks.Count); // 90 days from a Monday on
        Assert.All(weeks, week => Assert.Equal(7, week.Select(row => row.Weekday).Distinct().Count()));
        var ids = weeks.SelectMany(week => week).Select(row => row.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(flights.Count(flight => flight.Departure < new DateTime(2001, 3, 26, 0, 0, 0, DateTimeKind.Unspecified)), ids.Count);
    }

    private static FlightRow Row(int hour) => FlightRow.Of(1, new Flight(new DateTime(2001, 1, 1, hour, 5, 0, DateTimeKind.Unspecified), 10, 406, "LAX", "LAS"));
}
