using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Whether a request brings the key: in the header <c>x-functions-key</c> or the query <c>code</c>, as Azure Functions take it.</summary>
public sealed class ApiKeyCheck
{
    /// <summary>The header.</summary>
    public const string Header = "x-functions-key";

    /// <summary>The query parameter.</summary>
    public const string Query = "code";

    private readonly byte[]? _hash;

    private ApiKeyCheck(byte[]? hash) => _hash = hash;

    /// <summary>The host has checked already, as Azure Functions do before a function runs.</summary>
    public static ApiKeyCheck ByHost { get; } = new(null);

    /// <summary>This key, and no other.</summary>
    public static ApiKeyCheck Of(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new ApiKeyCheck(Hash(key));
    }

    /// <summary>Whether the key is right. Takes the same time however much of it is.</summary>
    public bool Accepts(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_hash is null) return true;
        string? key = request.Headers[Header].FirstOrDefault() ?? request.Query[Query].FirstOrDefault();
        // Hashes are of one length, so not even that of the key shows.
        return key is not null && CryptographicOperations.FixedTimeEquals(Hash(key), _hash);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
