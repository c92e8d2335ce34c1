namespace Homeostat.Cli;

/// <summary>The records week by week, from Monday to Sunday.</summary>
internal static class FlightWeeks
{
    private const int Days = 7;

    /// <summary>All whole weeks. Within a week flights come in mixed order, as people ask about them: a batch cut anywhere has every day in it.</summary>
    /// <param name="flights">In order of departure.</param>
    /// <param name="seed">Of the order.</param>
    internal static IReadOnlyList<IReadOnlyList<FlightRow>> Of(IReadOnlyList<Flight> flights, int seed)
    {
        if (flights.Count == 0) return [];
        var random = new Random(seed);
        var monday = flights[0].Departure.Date;
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(1);
        var end = flights[^1].Departure.Date.AddDays(1);
        var rows = flights.Select((flight, i) => (Row: FlightRow.Of(i, flight), Week: (int)Math.Floor((flight.Departure - monday).TotalDays / Days)));
        return [.. rows.Where(row => row.Week >= 0 && monday.AddDays((row.Week + 1) * Days) <= end).GroupBy(row => row.Week, row => row.Row).OrderBy(week => week.Key).Select(week => Mixed(week, random))];
    }

    private static FlightRow[] Mixed(IEnumerable<FlightRow> week, Random random)
    {
        var rows = week.ToArray();
        random.Shuffle(rows);
        return rows;
    }
}
