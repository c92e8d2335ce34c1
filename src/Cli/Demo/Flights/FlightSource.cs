using System.Security.Cryptography;
using System.Text.Json;

namespace Homeostat.Cli;

/// <summary>Real flights where they are at hand or can be fetched, drawn ones otherwise. It never waits long, and always says which they are.</summary>
internal sealed class FlightSource
{
    private const int Seed = 2001;

    /// <summary>Where the file is kept once it was fetched.</summary>
    internal string Folder { get; init; } = UsualFolder();

    /// <summary>Fetches the file into a folder; null, or why it could not.</summary>
    internal Func<string, CancellationToken, Task<string?>> Fetch { get; init; } = new NpmPackage().FetchAsync;

    /// <summary>The flights.</summary>
    internal async Task<FlightRecords> ReadAsync(bool mayFetch, CancellationToken cancellation)
    {
        if (!mayFetch) return Drawn("nothing is to be fetched");
        if (Read() is { } kept) return kept;
        string? problem = await FetchAsync(cancellation);
        return Read() ?? Drawn(problem ?? $"the file {FlightFile.Name} that was fetched is not the one of {FlightFile.Package}");
    }

    private async Task<string?> FetchAsync(CancellationToken cancellation)
    {
        try
        {
            return await Fetch(Folder, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"the package could not be kept ({e.Message})";
        }
    }

    private FlightRecords? Read()
    {
        string path = Path.Combine(Folder, FlightFile.Name);
        try
        {
            if (!File.Exists(path)) return null;
            byte[] bytes = File.ReadAllBytes(path);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != FlightFile.Hash) return null;
            var flights = FlightFile.Read(bytes);
            return new FlightRecords([.. flights.OrderBy(flight => flight.Departure)], $"{Numbers.Count(flights.Count)} real US flights of 2001 ({FlightFile.Name} of the npm package {FlightFile.Package})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static FlightRecords Drawn(string why)
    {
        var flights = FlightGenerator.Draw(Seed);
        return new FlightRecords(flights, $"{Numbers.Count(flights.Count)} invented flights of the same shape as the records of 2001, because {why}");
    }

    // In a clone beside the other samples; elsewhere where programs keep what they fetched.
    private static string UsualFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "samples", "flights"))) return Path.Combine(folder.FullName, "samples", "flights");
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "homeostat");
    }
}
