using System.Globalization;
using Homeostat.ModelRuntime;

namespace Homeostat.Cli;

/// <summary>Trains a model and tells how it did.</summary>
internal sealed class TrainModel(Terminal terminal)
{
    internal async Task<int> RunAsync(TrainingRequest request)
    {
        var report = await ModelTrainer.TrainAsync(request, terminal.Cancellation);
        foreach (string note in report.Notes) terminal.Out.WriteLine(Printable.Of(note));
        string metrics = string.Join(", ", report.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:G4}")));
        if (metrics.Length > 0) terminal.Out.WriteLine($"On the latest rows, unseen: {metrics}.");
        terminal.Out.WriteLine(Printable.Of($"A model for {report.Task.ToString().ToLowerInvariant()}, from {Numbers.Count(report.Rows, "row")} and {Numbers.Count(report.Features, "feature")}, is in {request.Output}."));
        return ExitCode.Healthy;
    }
}
