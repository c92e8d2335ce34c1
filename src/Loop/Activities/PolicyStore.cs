using System.Security.Cryptography;
using System.Text;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Policies in storage. One that cannot be read does not take effect: the last one that could stays in force.</summary>
internal sealed class PolicyStore(IBlobStore store)
{
    internal static string NameOf(string model) => $"policies/{model}.json";

    internal static string LastValidOf(string model) => $"state/{model}/policy.json";

    internal async Task<PolicySnapshot?> ReadAsync(string model, CancellationToken cancellation)
    {
        if (await store.ReadAsync(NameOf(model), cancellation) is not { } blob) return null;
        var last = await store.ReadAsync(LastValidOf(model), cancellation);
        if (!IsValid(blob.Content.Span, NameOf(model))) return last is null ? null : Snapshot(last.Content);
        if (last is null || !last.Content.Span.SequenceEqual(blob.Content.Span))
            await store.WriteAsync(LastValidOf(model), blob.Content, WriteCondition.Always, cancellation);
        return Snapshot(blob.Content);
    }

    private static PolicySnapshot Snapshot(ReadOnlyMemory<byte> json) =>
        new(Encoding.UTF8.GetString(json.Span), Convert.ToHexStringLower(SHA256.HashData(json.Span)));

    private static bool IsValid(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            PolicyFile.Parse(json, name);
            return true;
        }
        catch (BadInputException)
        {
            return false;
        }
    }
}
