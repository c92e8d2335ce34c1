using System.Security.Cryptography;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Functions;

/// <summary>
/// Inputs, results, events and statuses as the durable history keeps them: JSON, or the name of a blob that holds it where it is large. A blob's name is the
/// hash of its content, so a replay writes what is there already and reads what it read before: the one touch of the world an orchestrator has, and always the same.
/// </summary>
/// <param name="store">Where large ones lie.</param>
public sealed class Payloads(IBlobStore store)
{
    /// <summary>What may travel through the history, in bytes of UTF-8.</summary>
    internal const int Largest = 40_000;

    /// <summary>What a status may have: a row of a table holds no more than 32,768 characters of it.</summary>
    internal const int LargestStatus = 16_000;

    private const string Reference = "$blob";

    /// <summary>Nothing, as it travels.</summary>
    internal static JsonElement Null { get; } = JsonElement.Parse("null");

    /// <summary>A value on its way through the history.</summary>
    internal async Task<JsonElement> WriteAsync(object? value, CancellationToken cancellation, int largest = Largest)
    {
        if (DurableJson.Write(value) is not { } json) return Null;
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(json);
        if (bytes.Length <= largest) return json;
        string name = NameOf(bytes);
        await store.WriteAsync(name, bytes, WriteCondition.Absent, cancellation);
        return JsonSerializer.SerializeToElement(new Dictionary<string, string> { [Reference] = name });
    }

    /// <summary>The JSON that came through the history; undefined when there is none.</summary>
    /// <exception cref="InvalidDataException">Its blob is gone.</exception>
    internal async Task<JsonElement> ReadAsync(JsonElement? passed, CancellationToken cancellation)
    {
        if (passed is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } json) return default;
        if (NameIn(json) is not { } name) return json;
        var blob = await store.ReadAsync(name, cancellation)
            ?? throw new InvalidDataException($"'{name}' is gone. An orchestration passed it on and cannot go on without it. Restore it; payloads may be deleted once the instances that passed them are purged.");
        return JsonElement.Parse(blob.Content.Span);
    }

    /// <summary>As <see cref="WriteAsync"/>, for orchestrators: they await nothing but tasks of their context.</summary>
    internal JsonElement Write(object? value, int largest = Largest) => Elsewhere(() => WriteAsync(value, CancellationToken.None, largest));

    /// <summary>As <see cref="ReadAsync"/>, for orchestrators.</summary>
    internal JsonElement Read(JsonElement? passed) => Elsewhere(() => ReadAsync(passed, CancellationToken.None));

    // On another thread: the orchestrator's runs nothing but the orchestrator, and would wait for itself.
    private static JsonElement Elsewhere(Func<Task<JsonElement>> touch) => Task.Run(touch).GetAwaiter().GetResult();

    private static string NameOf(byte[] bytes) => $"payloads/{Convert.ToHexStringLower(SHA256.HashData(bytes))}.json";

    private static string? NameIn(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() == 1 && json.TryGetProperty(Reference, out var name) ? name.GetString() : null;
}
