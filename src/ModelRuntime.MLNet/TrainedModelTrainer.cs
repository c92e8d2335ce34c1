using System.Collections.Immutable;
using Homeostat.Loop;
using Microsoft.ML;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>Trains a model of ML.NET's from rows, and writes it as a folder. The same rows, settings and seed give the same answers.</summary>
internal static class TrainedModelTrainer
{
    internal static async Task<TrainingReport> TrainAsync(TrainingRequest request, TrainerSettings settings, CancellationToken cancellation)
    {
        var config = TrainingConfigReader.Read(request.Config);
        ArtifactFolder.CheckFree(request.Output);
        var rows = await TrainingRows.ReadAsync(request, config, cancellation);
        var design = rows.Design;
        var plan = new ModelPlan(rows.Task, design.Shapes, TargetScale.Apply(rows.Task, design.Targets));
        var found = new TrainerSearch(design, plan, config, request.Seed, cancellation).Run(settings, request.Trials);
        var info = new ArtifactInfo
        {
            CodeVersion = $"{ModelTrainer.VersionOf(typeof(TrainedModelTrainer))}, ML.NET {ModelTrainer.VersionOf(typeof(MLContext))}",
            DataHash = rows.DataHash,
            Task = rows.Task.Kind,
            Rows = design.Rows,
            Seed = request.Seed,
            Trainer = DurableJson.Options.PropertyNamingPolicy!.ConvertName(settings.Kind.ToString()),
            Settings = found.Settings.Named(),
        };
        TrainedModelFolder.Write(request.Output, info, found.Model, rows.Reference, found.Metrics);
        return new TrainingReport(rows.Task.Kind, design.Rows, design.Shapes.Length, found.Metrics) { Notes = [.. rows.Notes, .. Notes(request)] };
    }

    private static ImmutableArray<string> Notes(TrainingRequest request) =>
        request.Champion is null ? [] : ["The champion was not looked at: these trainers start from nothing."];
}
