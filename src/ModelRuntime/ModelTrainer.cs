using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Trains a model from rows, and writes it as a folder. The same rows, settings and seed give the same model, byte for byte.</summary>
public static class ModelTrainer
{
    /// <summary>Trains; the folder is whole when this returns, and without a model when it throws.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Ends it between two passes.</param>
    /// <exception cref="BadInputException">The rows, the configuration or the folder cannot be used.</exception>
    public static async Task<TrainingReport> TrainAsync(TrainingRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var config = TrainingConfigReader.Read(request.Config);
        ArtifactFolder.CheckFree(request.Output);
        var champion = request.Champion is { } folder ? ArtifactFolder.Read(folder) : null;
        using var data = await DataFiles.OpenAsync(request, config, cancellation);
        var reference = Profiler.Profile(data.Input, data.Schema, new CountOptions { Cancellation = cancellation });
        RequireColumns(reference);
        var reader = new DesignReader(reference, config, request.Seed);
        var (task, design) = reader.Read(data.Input, reference, config, cancellation);
        var scale = TargetScale.Apply(task, design.Targets);
        var start = champion is null ? null : WarmStart.From(champion.Model, task, design, scale);
        var found = new ModelSearch(design, task, scale, config).Run(request.Trials, request.Seed, start, cancellation);
        var model = new Model(task, design.Shapes, scale.Undo(found.Fit.Coefficients));
        var info = new ArtifactInfo
        {
            CodeVersion = CodeVersion(),
            DataHash = data.Hash,
            Task = task.Kind,
            Rows = design.Rows,
            Seed = request.Seed,
            StartedFrom = start is null ? null : champion!.Info.DataHash,
            Bins = config.Bins,
            L2 = found.Options.Ridge,
            Straightening = found.Options.Straightening,
            Passes = found.Fit.Evaluations,
            Trials = found.Trials,
        };
        ArtifactFolder.Write(new ModelArtifact(info, model, reference, found.Metrics), request.Output);
        return new TrainingReport(task.Kind, design.Rows, design.Shapes.Length, found.Metrics) { Notes = Notes(reference, reader, champion, start) };
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

    private static ImmutableArray<string> Notes(Fingerprint reference, DesignReader reader, ModelArtifact? champion, Coefficients? start)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (reader.Unlabelled > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.Unlabelled:N0} rows have no label that can be read; they were left out."));
        if (reference.RaggedRows > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{reference.RaggedRows:N0} rows have more or fewer fields than the header; they were left out."));
        foreach (var column in reference.Columns.Where(column => column.Schema.Role == ColumnRole.Feature && !ShapePlanner.CanLearn(column)))
            notes.Add($"'{column.Schema.Name}' is {(column.Schema.Type == ColumnType.Text ? "free text" : "without values")}; it was not learned from.");
        if (champion is not null && start is null) notes.Add("The champion answers another label or other classes; the model was started from nothing.");
        return notes.ToImmutable();
    }

    private static string CodeVersion() =>
        typeof(ModelTrainer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
