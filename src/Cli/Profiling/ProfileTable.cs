using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>The columns of a reference.</summary>
internal static class ProfileTable
{
    private const int MostColumns = 60;

    private static readonly string[] s_headers = ["column", "type", "role", "missing", "distinct", "cells"];

    internal static void Write(Fingerprint fingerprint, TextWriter target, int width, Style style)
    {
        var table = new TextTable(s_headers, width, wrapped: 0);
        foreach (var column in fingerprint.Columns.Take(MostColumns)) table.Add(Row(column), cell => cell);
        table.Write(target, style);
        int more = fingerprint.Columns.Length - MostColumns;
        if (more > 0) target.WriteLine($"and {Numbers.Count(more, "column")} more");
        target.WriteLine();
        if (fingerprint.RaggedRows > 0)
            target.WriteLine($"Note: {Numbers.Count(fingerprint.RaggedRows)} of {Numbers.Count(fingerprint.RaggedRows + fingerprint.Rows, "row")} had the wrong number of fields and were left out.");
    }

    private static string[] Row(ColumnFingerprint column) =>
    [
        column.Schema.Name,
        SignalText.Type(column.Schema.Type),
        Role(column.Schema.Role),
        Numbers.Percent(column.MissingRate),
        Distinct(column),
        column.Counts.IsEmpty ? "-" : Numbers.Count(column.Counts.Length),
    ];

    // Beyond a few hundred the count of different values is an estimate.
    private static string Distinct(ColumnFingerprint column)
    {
        long estimate = Math.Min(column.Distinct.Estimate(), column.Values);
        return estimate < 200 ? Numbers.Count(estimate) : "about " + Numbers.Count(estimate);
    }

    private static string Role(ColumnRole role) => role switch
    {
        ColumnRole.Feature => "feature",
        ColumnRole.Prediction => "prediction",
        ColumnRole.Score => "score",
        ColumnRole.Label => "label",
        ColumnRole.Id => "id",
        ColumnRole.Time => "time",
        ColumnRole.Weight => "weight",
        _ => "ignored",
    };
}
