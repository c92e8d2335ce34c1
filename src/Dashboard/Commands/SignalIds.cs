using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Dashboard;

/// <summary>Names a request, so that it is carried out once however often it is sent.</summary>
internal static class SignalIds
{
    /// <summary>The header by which a sender names a request.</summary>
    internal const string Header = "Idempotency-Key";

    private const int Longest = 100;

    /// <summary>The id by the header; without one, by time and content.</summary>
    /// <exception cref="ProblemException">The header cannot be used.</exception>
    internal static string Of(ApiCall call, string command, DateTimeOffset at, params ReadOnlySpan<string?> content)
    {
        if (call.Request.Headers[Header].FirstOrDefault() is not { } key)
            return string.Create(CultureInfo.InvariantCulture, $"http/{command}/{at.UtcDateTime:yyyyMMddTHHmmssfffffff}-{Hash(string.Join('\n', content))}");
        if (key.Length is 0 or > Longest || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'))
            throw new ProblemException(ProblemKind.BadQuery, $"The header {Header} is {Show.Quoted(key)}. It names the request, so without a good one it might be carried out twice, and nothing was done. Use up to {Longest} letters, digits and '-_.:'.");
        return $"http/{command}/{key}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
