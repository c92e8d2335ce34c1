using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Records kept as JSON blobs; changed only by whoever saw the latest.</summary>
internal sealed class JsonBlobs(IBlobStore store)
{
    // Each try loses only to a writer that succeeded, so this many losses are no race but a fault.
    private const int MostTries = 50;

    internal async Task<T?> ReadAsync<T>(string name, CancellationToken cancellation) where T : class =>
        await store.ReadAsync(name, cancellation) is { } blob ? Parse<T>(blob, name) : null;

    /// <summary>Writes if nothing is there, and gives what is there then.</summary>
    internal async Task<T> AddAsync<T>(string name, T value, CancellationToken cancellation) where T : class =>
        await store.WriteAsync(name, Bytes(value), WriteCondition.Absent, cancellation) is not null
            ? value
            : await ReadAsync<T>(name, cancellation) ?? throw new TransientException($"'{name}' came and went while it was written. Another host may be cleaning up. It is tried again.");

    /// <summary>Changes the latest content; the change may be asked for again when another writer was faster. Null changes nothing.</summary>
    /// <returns>What is there afterwards.</returns>
    internal async Task<T?> UpdateAsync<T>(string name, Func<T?, T?> change, CancellationToken cancellation) where T : class
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            var blob = await store.ReadAsync(name, cancellation);
            var before = blob is null ? null : Parse<T>(blob, name);
            if (change(before) is not { } after) return before;
            var condition = blob is null ? WriteCondition.Absent : WriteCondition.Match(blob.ETag);
            if (await store.WriteAsync(name, Bytes(after), condition, cancellation) is not null) return after;
        }
        throw new TransientException($"'{name}' was changed by others {MostTries} times in a row. Nothing was lost; it is tried again later.");
    }

    internal static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, DurableJson.Options);

    private static T Parse<T>(Blob blob, string name) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(blob.Content.Span, DurableJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"'{name}' cannot be read: {e.Message} The loop keeps its state there and does not guess. Restore it, or delete it to begin anew.", e);
        }
    }
}
