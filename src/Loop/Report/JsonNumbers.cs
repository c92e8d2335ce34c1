using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>Numbers that may be absent: JSON has no NaN and no infinity, so those are null as well.</summary>
internal static class JsonNumbers
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, RatePair rate)
    {
        json.WriteStartObject(name);
        Write(json, "reference"u8, rate.Reference);
        Write(json, "current"u8, rate.Current);
        json.WriteEndObject();
    }
}
