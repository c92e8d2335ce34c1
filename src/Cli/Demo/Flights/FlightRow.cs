using System.Globalization;
using System.Text;

namespace Homeostat.Cli;

/// <summary>
/// A flight as the model is asked about it, before it leaves. The delay is not among what it is asked with: it is what is asked for.
/// </summary>
/// <param name="Id">Tells it apart.</param>
/// <param name="Weekday">Mon, Tue, ...</param>
/// <param name="Hour">Of the departure, 0 to 23.</param>
/// <param name="Distance">Miles.</param>
/// <param name="Origin">From; null where an upstream job lost it.</param>
/// <param name="Destination">To.</param>
/// <param name="Delay">Minutes late, as it turned out.</param>
internal sealed record FlightRow(string Id, string Weekday, int Hour, double Distance, string? Origin, string Destination, int Delay)
{
    /// <summary>Header of a file of features.</summary>
    internal const string Header = "flight,weekday,hour,distance,origin,destination";

    private const int LateFrom = 15;

    /// <summary>Whether it came 15 minutes late or more.</summary>
    internal bool IsLate => Delay >= LateFrom;

    internal static FlightRow Of(int number, Flight flight) => new(
        string.Create(CultureInfo.InvariantCulture, $"f{number:00000}"), flight.Departure.ToString("ddd", CultureInfo.InvariantCulture), flight.Departure.Hour,
        flight.Distance, flight.Origin, flight.Destination, flight.Delay);

    /// <summary>The row in a file; airports are letters only, so nothing needs quotes.</summary>
    internal string ToCsv() => string.Create(CultureInfo.InvariantCulture, $"{Id},{Weekday},{Hour},{Distance:0.#},{Origin},{Destination}");

    /// <summary>Rows as a scoring request has them.</summary>
    internal static byte[] ToJson(IEnumerable<FlightRow> rows)
    {
        var text = new StringBuilder("[");
        foreach (var row in rows)
        {
            if (text.Length > 1) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $$"""{"weekday":"{{row.Weekday}}","hour":{{row.Hour}},"distance":{{row.Distance:0.#}},"origin":{{(row.Origin is null ? "null" : $"\"{row.Origin}\"")}},"destination":"{{row.Destination}}"}""");
        }
        return Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }
}
