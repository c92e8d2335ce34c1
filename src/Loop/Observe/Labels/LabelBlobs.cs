using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Labels that came for rows of a batch: a CSV of id and label, sorted by id, never changed; more labels make another one.</summary>
internal sealed class LabelBlobs(IBlobStore store)
{
    /// <summary>Labels by id; none without a blob.</summary>
    /// <exception cref="BadInputException">They are gone or were changed.</exception>
    internal async Task<Dictionary<string, string>> ReadAsync(BlobReference? blob, CancellationToken cancellation)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (blob is null) return labels;
        using var file = await BatchFile.OpenAsync(store, blob.Name, cancellation);
        if (file?.ContentHash != blob.Hash) throw DatasetReader.Changed(blob.Name);
        foreach (var (id, label) in Rows(file.Input, cancellation)) labels[id] = label;
        return labels;
    }

    internal async Task<BlobReference> WriteAsync(string model, string batch, IEnumerable<KeyValuePair<string, string>> labels, CancellationToken cancellation)
    {
        byte[] csv = Csv(labels);
        string hash = BlobReference.HashOf(csv);
        string name = StateNames.JoinedLabelsOf(model, batch, hash);
        await store.WriteAsync(name, csv, WriteCondition.Absent, cancellation);
        return new BlobReference(name, hash);
    }

    internal static byte[] Csv(IEnumerable<KeyValuePair<string, string>> labels)
    {
        using var bytes = new MemoryStream();
        var csv = new CsvRowWriter(bytes);
        csv.Write(["id", "label"]);
        foreach (var (id, label) in labels.OrderBy(pair => pair.Key, StringComparer.Ordinal)) csv.Write([id, label]);
        return bytes.ToArray();
    }

    internal static IEnumerable<KeyValuePair<string, string>> Rows(BatchInput csv, CancellationToken cancellation)
    {
        // Nothing stands for a missing value here: every id and label was one.
        using var rows = new RowReader(csv, ["id", "label"], ImmutableArray<string>.Empty, cancellation);
        while (rows.Read()) yield return KeyValuePair.Create(rows.GetString(0) ?? "", rows.GetString(1) ?? "");
    }
}
