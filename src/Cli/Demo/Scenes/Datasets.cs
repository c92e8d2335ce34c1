using System.Text;

namespace Homeostat.Cli;

/// <summary>What a challenger is trained on.</summary>
internal static class Datasets
{
    /// <summary>The manifest of a job that was submitted, as text; empty when it is not there.</summary>
    internal static async Task<string> ReadAsync(Stage stage, SeenRecord submitted, CancellationToken cancellation) =>
        submitted.Text("data") is { } name && await stage.Run.Loop.Ports.Store.ReadAsync(name, cancellation) is { } blob ? Encoding.UTF8.GetString(blob.Content.Span) : "";
}
