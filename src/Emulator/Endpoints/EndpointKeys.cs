using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Emulator;

/// <summary>Keys and tokens of endpoints, made from the state folder's secret: the same after a restart, and unknown to other users of the machine.</summary>
internal sealed class EndpointKeys(byte[] secret)
{
    /// <summary>How long a token is good for.</summary>
    internal static TimeSpan TokenLife { get; } = TimeSpan.FromHours(12);

    internal string Primary(EndpointRecord endpoint) => endpoint.ChosenPrimaryKey ?? Key(endpoint, "primary", endpoint.PrimaryKey);

    internal string Secondary(EndpointRecord endpoint) => endpoint.ChosenSecondaryKey ?? Key(endpoint, "secondary", endpoint.SecondaryKey);

    internal string Token(string endpoint, DateTimeOffset expiry) => $"{Number(expiry)}.{Sign($"{endpoint.ToUpperInvariant()}/token/{Number(expiry)}")}";

    internal bool IsToken(string endpoint, string token, DateTimeOffset now)
    {
        int dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !long.TryParse(token.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || seconds > 253_402_300_799) return false;
        var expiry = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return now < expiry && Same(token, Token(endpoint, expiry));
    }

    internal static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private string Key(EndpointRecord endpoint, string which, int generation) =>
        Sign(FormattableString.Invariant($"{endpoint.Name.ToUpperInvariant()}/{which}/{generation}"));

    private string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', 'x').Replace('/', 'y');

    private static string Number(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
