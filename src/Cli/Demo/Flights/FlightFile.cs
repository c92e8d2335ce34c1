using System.Globalization;
using System.Text.Json;

namespace Homeostat.Cli;

/// <summary>Reads <c>flights-20k.json</c>: an array of objects with date, delay, distance, origin and destination.</summary>
internal static class FlightFile
{
    /// <summary>Version of the package that the file is of, and the SHA-256 that it has there.</summary>
    internal const string Package = "vega-datasets@3.2.1", Name = "flights-20k.json", Hash = "52f0ddd892d4569284b845e17323abc9afb7d303ec8f63251634a20327a610bb";

    private const string DateForm = "yyyy/MM/dd HH:mm";

    /// <summary>All flights, in the order of the file.</summary>
    /// <exception cref="JsonException">It is no such file.</exception>
    internal static List<Flight> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return [.. document.RootElement.EnumerateArray().Select(Of)];
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new JsonException($"A flight cannot be read: {e.Message}", e);
        }
    }

    private static Flight Of(JsonElement flight) => new(
        DateTime.ParseExact(flight.GetProperty("date").GetString()!, DateForm, CultureInfo.InvariantCulture),
        flight.GetProperty("delay").GetInt32(),
        flight.GetProperty("distance").GetInt32(),
        flight.GetProperty("origin").GetString()!,
        flight.GetProperty("destination").GetString()!);
}
