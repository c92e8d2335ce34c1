using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>A dataset that the loop assembled: a manifest that points at rows of batches, and at labels that came later.</summary>
internal static class DatasetFile
{
    /// <summary>Whether a file is a manifest, by content.</summary>
    internal static bool IsManifest(string path)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || !File.Exists(path)) return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("training", out _) && root.TryGetProperty("columns", out _) && root.TryGetProperty("hash", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The training rows with their labels, joined into one temporary file: from there they are read like any other.</summary>
    internal static async Task<TrainingData> OpenAsync(string path, string? root, TrainingConfig config, CancellationToken cancellation)
    {
        var manifest = Parse(path);
        if (manifest.Training.IsDefaultOrEmpty) throw Empty(path);
        var store = new FolderBlobs(root ?? RootOf(path, manifest.Training[0].Rows.Name));
        string temporary = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            await WriteAsync(manifest, store, temporary, cancellation);
            return new TrainingData(BatchInput.Resolve(temporary), SchemaOf(manifest, config), manifest.Hash) { Temporary = temporary };
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static async Task WriteAsync(DatasetManifest manifest, FolderBlobs store, string target, CancellationToken cancellation)
    {
        string label = manifest.Columns.First(column => column.Role == ColumnRole.Label).Name;
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        var csv = new CsvRowWriter(file);
        string?[]? fields = null;
        await foreach (var row in new DatasetReader(store).ReadAsync(manifest, DatasetSide.Training, cancellation))
        {
            if (fields is null)
            {
                fields = new string?[row.Features.Length + 1];
                csv.Write([.. row.Features.Select(feature => feature.Name), label]);
            }
            for (int i = 0; i < row.Features.Length; i++) fields[i] = row.GetString(i);
            fields[^1] = row.Label;
            csv.Write(fields);
        }
        if (fields is null) throw Empty(target);
    }

    private static SchemaOverrides SchemaOf(DatasetManifest manifest, TrainingConfig config) => new()
    {
        Columns = [.. manifest.Columns.Where(column => column.Role is ColumnRole.Feature or ColumnRole.Label)
            .Select(column => config.Schema.Find(column.Name) ?? new ColumnOverride(column.Name, column.Type, column.Role))],
        // A missing value was written as an empty field.
        MissingTokens = [.. manifest.MissingTokens.Append("").Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The folder, at or above the manifest's own, in which its first file lies under its name.</summary>
    private static string RootOf(string path, string firstName)
    {
        for (var folder = Directory.GetParent(Path.GetFullPath(path)); folder is not null; folder = folder.Parent)
            if (new FolderBlobs(folder.FullName).PathOf(firstName) is not null) return folder.FullName;
        throw new BadInputException(ErrorCodes.DatasetChanged,
            $"'{firstName}', which '{path}' points at, is not in its folder or any above it.",
            "A manifest holds no rows, only the names of files with them.",
            "Name the folder that its names start from with --root, or restore the file.");
    }

    private static DatasetManifest Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<DatasetManifest>(Files.Bytes(path, "The manifest"), DurableJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new BadInputException(ErrorCodes.DatasetChanged, $"'{path}' is no manifest of a dataset: {e.Message}", "Nobody knows which rows are meant.", "Retrain: a new dataset is assembled.");
        }
    }

    private static BadInputException Empty(string path) => new(ModelErrors.NothingToLearn,
        $"'{path}' points at no row with a label.", "A model is learned from rows of which the answer is known.", "Wait for labels, or widen the window of the policy (retrain.window).");
}
