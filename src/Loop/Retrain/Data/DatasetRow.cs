using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>A labelled row; valid until the next one is asked for.</summary>
public sealed class DatasetRow
{
    private readonly RowReader _rows;

    internal DatasetRow(RowReader rows, ImmutableArray<ColumnSchema> features) => (_rows, Features) = (rows, features);

    /// <summary>The features, in the order that an index stands for.</summary>
    public ImmutableArray<ColumnSchema> Features { get; }

    /// <summary>What was right.</summary>
    public string Label { get; internal set; } = "";

    /// <summary>The text of a feature; null when it is missing.</summary>
    public string? GetString(int feature) => _rows.GetString(feature);

    /// <summary>A feature as a number; false when it is missing or none.</summary>
    public bool TryGetNumber(int feature, out double value) => _rows.TryGetNumber(feature, out value);

    /// <summary>The features as a JSON object, as an endpoint takes them.</summary>
    public void WriteFeatures(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ScoringRows.Write(json, _rows, Features);
    }
}
