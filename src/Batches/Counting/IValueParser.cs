using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>From text in a chunk to the number that is counted.</summary>
internal interface IValueParser
{
    bool TryParse(byte[] buffer, Field field, out double value);
}

/// <summary>Plain numbers.</summary>
internal readonly struct NumberValue : IValueParser
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(byte[] buffer, Field field, out double value) =>
        NumberParser.TryParse(ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(buffer), field.Start), field.Length, out value);
}

/// <summary>Timestamps as seconds since 1970.</summary>
internal readonly struct TimestampValue : IValueParser
{
    public bool TryParse(byte[] buffer, Field field, out double value) =>
        TimestampParser.TryParse(buffer.AsSpan(field.Start, field.Length), out value);
}
