using System.Globalization;

namespace Homeostat.Cli;

/// <summary>The weeks of the records: the first ones are history that a model is trained on, the following ones are played.</summary>
internal sealed class FlightCalendar
{
    private const int Trained = 4;

    private readonly IReadOnlyList<IReadOnlyList<FlightRow>> _weeks;
    private int _next = Trained;

    internal FlightCalendar(IReadOnlyList<IReadOnlyList<FlightRow>> weeks) => _weeks = weeks;

    /// <summary>What the first champion is trained on.</summary>
    internal IEnumerable<FlightRow> History => _weeks.Take(Trained).SelectMany(week => week);

    /// <summary>How many weeks that is.</summary>
    internal static int HistoryWeeks => Trained;

    /// <summary>Share of its flights that were late.</summary>
    internal double HistoryLate => LateShare(History);

    /// <summary>The same of the week that comes next, as the records have it.</summary>
    internal double NextLate => LateShare(_weeks[_next]);

    /// <summary>The next week in a world that may have changed.</summary>
    internal PlayedWeek Next(Func<FlightRow, FlightRow> world)
    {
        var rows = _weeks[_next].Select(world).ToArray();
        return new PlayedWeek(string.Create(CultureInfo.InvariantCulture, $"week-{++_next:00}"), rows);
    }

    private static double LateShare(IEnumerable<FlightRow> rows) => rows.Average(row => row.IsLate ? 1.0 : 0);

    /// <summary>The first week to be played, as it is, before anything is.</summary>
    internal PlayedWeek First() => new("first", _weeks[_next]);
}
