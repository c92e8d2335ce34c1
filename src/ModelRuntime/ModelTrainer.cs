using System.Collections.Immutable;
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
        var champion = request.Champion is { } folder && ArtifactKind.IsReference(folder) ? ArtifactFolder.Read(folder) : null;
        var rows = await TrainingRows.ReadAsync(request, config, cancellation);
        var (task, design) = (rows.Task, rows.Design);
        var scale = TargetScale.Apply(task, design.Targets);
        var start = champion is null ? null : WarmStart.From(champion.Model, task, design, scale);
        var found = new ModelSearch(design, task, scale, config).Run(request.Trials, request.Seed, start, cancellation);
        var model = new Model(task, design.Shapes, scale.Undo(found.Fit.Coefficients));
        var info = new ArtifactInfo
        {
            CodeVersion = VersionOf(typeof(ModelTrainer)),
            DataHash = rows.DataHash,
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
        ArtifactFolder.Write(new ModelArtifact(info, model, rows.Reference, found.Metrics), request.Output);
        return new TrainingReport(task.Kind, design.Rows, design.Shapes.Length, found.Metrics) { Notes = [.. rows.Notes, .. Notes(request, start)] };
    }

    private static ImmutableArray<string> Notes(TrainingRequest request, Coefficients? start) =>
        request.Champion is not null && start is null ? ["The champion is of another kind, or answers another label or other classes; the model was started from nothing."] : [];

    /// <summary>Version of the program that a type belongs to.</summary>
    internal static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
