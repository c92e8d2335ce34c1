using System.Runtime.CompilerServices;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Reads the rows of a dataset one after the other, in order of time, in memory that does not grow with them.</summary>
public sealed class DatasetReader(IBlobStore store)
{
    /// <summary>The manifest.</summary>
    /// <param name="name">Its blob.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="BadInputException">HS1032: it is gone.</exception>
    public async Task<DatasetManifest> ManifestAsync(string name, CancellationToken cancellation) =>
        await new JsonBlobs(store).ReadAsync<DatasetManifest>(name, cancellation) ?? throw Changed(name);

    /// <summary>The rows of one side. The same object is given again and again, with the next row.</summary>
    /// <exception cref="BadInputException">HS1032: a file is gone or was changed since the dataset was assembled.</exception>
    public async IAsyncEnumerable<DatasetRow> ReadAsync(DatasetManifest manifest, DatasetSide side, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        foreach (var source in side == DatasetSide.Training ? manifest.Training : manifest.Holdout)
        {
            using var file = await BatchFile.OpenAsync(store, source.Rows.Name, cancellation);
            if (file?.ContentHash != source.Rows.Hash) throw Changed(source.Rows.Name);
            var late = await new LabelBlobs(store).ReadAsync(source.Labels, cancellation);
            foreach (var row in Read(manifest, source, file.Input, late, cancellation)) yield return row;
        }
    }

    internal static BadInputException Changed(string name) => new(
        ErrorCodes.DatasetChanged,
        $"'{name}' is gone or was changed since it became part of a dataset.",
        "A model trained or compared on other rows than were recorded cannot be explained or repeated.",
        "Restore the file, or retrain: a new dataset is assembled from what is there.");

    private static IEnumerable<DatasetRow> Read(DatasetManifest manifest, DatasetSource source, BatchInput input, Dictionary<string, string> late, CancellationToken cancellation)
    {
        var schema = new Schema(manifest.Columns, manifest.MissingTokens);
        var features = ScoringRows.FeaturesOf(schema.Columns);
        var columns = LabelColumns.Of(schema) ?? throw new InvalidOperationException($"The dataset {manifest.Hash} has no label column. It was not assembled by the loop. Assemble it anew.");
        using var rows = new RowReader(input, [.. features.Select(column => column.Name), columns.Id, columns.Label], schema.MissingTokens, cancellation);
        var row = new DatasetRow(rows, features);
        long at = 0, end = source.First + source.Count;
        while (at < end && rows.Read())
        {
            if (LabelOf(rows, features.Length, late) is not { } label || at++ < source.First) continue;
            row.Label = label;
            yield return row;
        }
    }

    private static string? LabelOf(RowReader rows, int id, Dictionary<string, string> late) =>
        late.Count > 0 && rows.GetString(id) is { } key && late.TryGetValue(key, out string? label) ? label : rows.GetString(id + 1);
}
