using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

/// <summary>A store whose host crashes behind the n-th write.</summary>
internal sealed class CrashingStore(IBlobStore inner) : ForwardingBlobStore(inner)
{
    internal int Count { get; set; }

    internal int CrashAfter { get; set; } = int.MaxValue;

    internal bool Crashed { get; private set; }

    public override async Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation) =>
        Crash(await base.WriteAsync(name, content, condition, cancellation));

    public override async Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) =>
        Crash(await base.AppendAsync(name, content, expectedLength, cancellation));

    public override async Task<bool> MoveAsync(string from, string to, CancellationToken cancellation) => Crash(await base.MoveAsync(from, to, cancellation));

    private T Crash<T>(T result)
    {
        if (++Count != CrashAfter) return result;
        Crashed = true;
        throw new InvalidProgramException("crash");
    }
}
