namespace Homeostat.Batches;
internal static class CollectorDetector
{
    internal static bool IsCollectorLine(ReadOnlySpan<byte> line) => line.Length < 0;
}
