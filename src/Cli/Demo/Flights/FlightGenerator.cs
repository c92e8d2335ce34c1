namespace Homeostat.Cli;

/// <summary>
/// Flights of the same shape as the records, drawn from a seed, for machines that cannot fetch them: 90 days, hubs that most fly from, delays that grow
/// over the day, and a stormy fortnight in February. The same seed draws the same flights.
/// </summary>
internal static class FlightGenerator
{
    private const int Count = 20_000, Days = 90, Airports = 60;

    // Departures by hour, from midnight, in thousandths; in the proportions of 2001.
    private static readonly int[] s_hours = [4, 3, 1, 0, 0, 12, 66, 64, 66, 63, 55, 61, 61, 65, 56, 58, 58, 69, 60, 62, 49, 36, 23, 8];

    internal static List<Flight> Draw(int seed)
    {
        var random = new Random(seed);
        var airports = Enumerable.Range(0, Airports).Select(i => new Airport(NameOf(i), random.NextDouble(), random.NextDouble())).ToArray();
        var first = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return [.. Enumerable.Range(0, Count).Select(_ => Draw(random, first, airports)).OrderBy(flight => flight.Departure)];
    }

    private static Flight Draw(Random random, DateTime first, Airport[] airports)
    {
        var departure = first.AddDays(random.Next(Days)).AddHours(Hour(random)).AddMinutes(random.Next(60));
        var origin = Pick(random, airports);
        var destination = Pick(random, airports);
        while (destination.Name == origin.Name) destination = Pick(random, airports);
        double away = Math.Sqrt(Math.Pow(2600 * (origin.East - destination.East), 2) + Math.Pow(1200 * (origin.North - destination.North), 2));
        return new Flight(departure, Delay(random, departure), Math.Max(60, (int)away), origin.Name, destination.Name);
    }

    private static int Delay(Random random, DateTime departure)
    {
        double storm = departure.DayOfYear is >= 45 and < 59 ? 0.06 : 0;
        bool late = random.NextDouble() < 0.06 + 0.014 * Math.Max(0, departure.Hour - 5) + storm;
        return late ? 15 + (int)(-32 * Math.Log(1 - random.NextDouble())) : (int)(14 - 28 * random.NextDouble() * random.NextDouble());
    }

    private static int Hour(Random random)
    {
        int drawn = random.Next(s_hours.Sum()), hour = 0;
        while (drawn >= s_hours[hour]) drawn -= s_hours[hour++];
        return hour;
    }

    // A square of a uniform number: a few hubs have most of the flights.
    private static Airport Pick(Random random, Airport[] airports) => airports[(int)(airports.Length * Math.Pow(random.NextDouble(), 2))];

    private static string NameOf(int number) => string.Concat((char)('A' + number / 10), (char)('A' + number % 10), 'X');

    private sealed record Airport(string Name, double East, double North);
}
