using System.Buffers;

namespace Homeostat.Statistics;

/// <summary>
/// A span of memory for the time of a <c>using</c>, pooled where it is large. Contents are undefined until written.
/// </summary>
internal readonly ref struct Rented<T> : IDisposable
{
    /// <summary>Below, an array of its own is cheaper than waking up the pool, which a short run uses once.</summary>
    private const int Small = 1024;

    private readonly T[] _array;

    internal Rented(int length)
    {
        _array = length <= Small ? new T[length] : ArrayPool<T>.Shared.Rent(length);
        Span = _array.AsSpan(0, length);
    }

    internal Span<T> Span { get; }

    public void Dispose()
    {
        if (Span.Length > Small) ArrayPool<T>.Shared.Return(_array);
    }
}
