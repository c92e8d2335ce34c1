using System.Text;

namespace Homeostat.Loop;

/// <summary>Adds up what parts left.</summary>
internal sealed class PartRows(IBlobStore store, IReadOnlyList<PartCounted> parts) : IBatchRows
{
    public RowFacts Facts() => new(parts.Sum(part => part.Labels), parts.Min(part => part.From), parts.Max(part => part.To));

    public async Task<byte[]?> PredictionsAsync(CancellationToken cancellation)
    {
        List<(string Name, byte[] Log)> logs = [];
        foreach (var part in parts)
            if (part.Predictions is { } blob) logs.Add((blob.Name, await CountedParts.NeedAsync(store, blob, cancellation)));
        if (logs.Count == 0) return null;
        using var all = new MemoryStream();
        PredictionLog.Write(logs.SelectMany(log => PredictionLog.Read(new MemoryStream(log.Log, writable: false), log.Name)), all);
        return all.ToArray();
    }

    public byte[]? Probe() => parts[0].Probe is { } row ? Encoding.UTF8.GetBytes(row) : null;
}
