using System.Text;
using System.Text.Json.Nodes;

namespace Homeostat.Cli;

/// <summary>What a challenger is trained on.</summary>
internal static class Datasets
{
    /// <summary>The manifest of a job that was submitted, as text, without what it tells of batches that are left out; empty when it is not there.</summary>
    internal static async Task<string> ReadAsync(Stage stage, SeenRecord submitted, CancellationToken cancellation)
    {
        if (submitted.Text("data") is not { } name || await stage.Run.Loop.Ports.Store.ReadAsync(name, cancellation) is not { } blob) return "";
        var manifest = JsonNode.Parse(Encoding.UTF8.GetString(blob.Content.Span))!.AsObject();
        manifest.Remove("leftOut");
        return manifest.ToJsonString();
    }
}
