using System.Collections.Immutable;
using System.Globalization;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Rows read to be learned from, whatever learns from them.</summary>
/// <param name="Reference">Their counts.</param>
/// <param name="Task">What their label asks for.</param>
/// <param name="Design">The rows, in order of time.</param>
/// <param name="DataHash">SHA-256 of what the rows are, in hex.</param>
internal sealed record TrainingRows(Fingerprint Reference, ModelTask Task, Design Design, string DataHash)
{
    /// <summary>What a person should know of them: rows left out, columns not used.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    internal static async Task<TrainingRows> ReadAsync(TrainingRequest request, TrainingConfig config, CancellationToken cancellation)
    {
        using var data = await DataFiles.OpenAsync(request, config, cancellation);
        var reference = Profiler.Profile(data.Input, data.Schema, new CountOptions { Cancellation = cancellation });
        RequireColumns(reference);
        var reader = new DesignReader(reference, config, request.Seed);
        var (task, design) = reader.Read(data.Input, reference, config, cancellation);
        return new TrainingRows(reference, task, design, data.Hash) { Notes = NotesOf(reference, reader) };
    }

    private static void RequireColumns(Fingerprint reference)
    {
        var labels = reference.Schema.Columns.Where(column => column.Role == ColumnRole.Label).ToList();
        if (labels.Count != 1)
            throw new BadInputException(ModelErrors.NothingToLearn,
                labels.Count == 0 ? "No column is the label." : $"{labels.Count} columns are labels: {string.Join(", ", labels.Select(label => label.Name))}.",
                "A model learns to tell one column from the others.",
                """Name it in the configuration: { "columns": { "late": { "role": "label" } } }.""");
        if (labels[0].Type is ColumnType.Text or ColumnType.Timestamp)
            throw new BadInputException(ModelErrors.NothingToLearn,
                $"The label '{labels[0].Name}' reads as {(labels[0].Type == ColumnType.Text ? "free text" : "a time")}.",
                "Learned are classes and numbers.",
                "Name another label, or give it the type 'categorical' in the configuration.");
        if (!reference.Columns.Any(ShapePlanner.CanLearn))
            throw new BadInputException(ModelErrors.NothingToLearn, "No column is a feature with values.", "There is nothing to tell the label from.", "Give columns the role 'feature' in the configuration.");
    }

    private static ImmutableArray<string> NotesOf(Fingerprint reference, DesignReader reader)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (reader.Unlabelled > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.Unlabelled:N0} rows have no label that can be read; they were left out."));
        if (reference.RaggedRows > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{reference.RaggedRows:N0} rows have more or fewer fields than the header; they were left out."));
        foreach (var column in reference.Columns.Where(column => column.Schema.Role == ColumnRole.Feature && !ShapePlanner.CanLearn(column)))
            notes.Add($"'{column.Schema.Name}' is {(column.Schema.Type == ColumnType.Text ? "free text" : "without values")}; it was not learned from.");
        return notes.ToImmutable();
    }
}
