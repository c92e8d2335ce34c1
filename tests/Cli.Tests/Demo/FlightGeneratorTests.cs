namespace Homeostat.Cli.Tests.Demo;

public sealed class FlightGeneratorTests
{
    private static readonly List<Flight> s_flights = FlightGenerator.Draw(2001);

    [Fact]
    public void Draw_SameSeed_DrawsTheSameFlights() => Assert.Equal(s_flights, FlightGenerator.Draw(2001));

    // The records: 20,000 flights of 90 days, 22.8 % of them 15 minutes late or more (counted from flights-20k.json of vega-datasets 3.2.1).
    [Fact]
    public void Draw_HasTheShapeOfTheRecords()
    {
        Assert.Equal(20_000, s_flights.Count);
        Assert.Equal(90, s_flights.Select(flight => flight.Departure.Date).Distinct().Count());
        Assert.InRange(s_flights.Average(flight => flight.Delay >= 15 ? 1.0 : 0), 0.15, 0.30);
        Assert.True(s_flights.SequenceEqual(s_flights.OrderBy(flight => flight.Departure)));
        Assert.DoesNotContain(s_flights, flight => flight.Origin == flight.Destination || flight.Distance < 60);
        Assert.All(s_flights, flight => Assert.Matches("^[A-Z]{3}$", flight.Origin));
    }

    [Fact]
    public void Draw_EveningsAreLaterThanMornings()
    {
        double Late(int from, int to) => s_flights.Where(flight => flight.Departure.Hour >= from && flight.Departure.Hour < to).Average(flight => flight.Delay >= 15 ? 1.0 : 0);
        Assert.True(Late(17, 22) > Late(6, 10) + 0.1);
    }
}
