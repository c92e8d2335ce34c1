namespace Homeostat.Batches;

/// <summary>How much text a worker takes at once: enough rows that going down a column pays, no more than a core's own cache holds.</summary>
internal static class ChunkSize
{
    internal const int Smallest = 1 << 17;
    private const int Largest = 1 << 19;
    private const int RowsWanted = 512;

    internal static int For(int rowBytes) => (int)Math.Clamp((long)RowsWanted * rowBytes, Smallest, Largest);
}
