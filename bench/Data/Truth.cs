using System.Text.Json;

namespace Homeostat.Bench.Data;

/// <summary>The sidecar that says which columns moved.</summary>
internal static class Truth
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes FILE.truth.json.</summary>
    public static void Write(Options options, Schema schema)
    {
        var truth = new
        {
            rows = options.Rows,
            columns = options.Columns,
            seed = options.Seed,
            drift = options.Drift,
            rule = "a drifted cell takes the larger of two draws: the distribution function F becomes F squared",
            drifted = schema.Columns.Where(c => options.Drift && c.Drifts).Select(c => c.Name),
        };
        File.WriteAllText(options.Out + ".truth.json", JsonSerializer.Serialize(truth, Indented) + "\n");
    }
}
