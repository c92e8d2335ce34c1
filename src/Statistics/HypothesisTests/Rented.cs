using System.Buffers;

namespace Homeostat.Statistics;

/// <summary>A span of pooled memory, returned at the end of a <c>using</c>. Contents are undefined until written.</summary>
internal readonly ref struct Rented<T> : IDisposable
{
    private readonly T[] _array;

    internal Rented(int length)
    {
        _array = ArrayPool<T>.Shared.Rent(length);
        Span = _array.AsSpan(0, length);
    }

    internal Span<T> Span { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
