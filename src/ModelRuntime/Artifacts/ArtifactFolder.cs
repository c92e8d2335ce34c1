using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>
/// A model as a folder of four files. The folder may be there before, as a mounted one is; what makes it a model is <see cref="InfoFile"/>,
/// which is written last and names the hashes of the others.
/// </summary>
internal static class ArtifactFolder
{
    internal const string InfoFile = "artifact.json", ModelFile = "model.json", ReferenceFile = "reference.hfp", MetricsFile = "metrics.json";

    private static readonly JsonSerializerOptions s_json = new(DurableJson.Options) { WriteIndented = true, IndentSize = 1 };

    /// <summary>Refuses a folder that holds a model, or cannot be written to: asked before the work is done.</summary>
    internal static void CheckFree(string folder)
    {
        if (File.Exists(Path.Combine(folder, InfoFile)) || File.Exists(folder))
            throw new BadInputException(ModelErrors.OutputTaken,
                $"'{folder}' {(File.Exists(folder) ? "is a file" : "holds a model already")}.",
                "A model that is registered or served must not change under those who use it.",
                "Name another folder with --output, or remove this one.");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Files.NoAccess(folder, e);
        }
    }

    internal static void Write(ModelArtifact artifact, string folder) =>
        Write(folder, artifact.Info, artifact.Reference, artifact.Metrics, new() { [ModelFile] = JsonSerializer.SerializeToUtf8Bytes(ModelForm.Of(artifact.Model), s_json) });

    /// <summary>Writes a model of any form.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="about">What it says of itself; the files' hashes are added.</param>
    /// <param name="reference">Counts of its training data.</param>
    /// <param name="metrics">How it did when it was trained.</param>
    /// <param name="files">The files that hold the model, by name.</param>
    internal static void Write(string folder, ArtifactInfo about, Fingerprint reference, ImmutableSortedDictionary<string, double> metrics, SortedDictionary<string, byte[]> files)
    {
        using var counts = new MemoryStream();
        FingerprintFile.Write(reference, counts);
        files[ReferenceFile] = counts.ToArray();
        files[MetricsFile] = JsonSerializer.SerializeToUtf8Bytes(metrics, s_json);
        var info = about with { Files = files.ToImmutableSortedDictionary(file => file.Key, file => Hash(file.Value), StringComparer.Ordinal) };
        try
        {
            foreach (var (name, bytes) in files) WriteFile(folder, name, bytes);
            WriteFile(folder, InfoFile, JsonSerializer.SerializeToUtf8Bytes(info, s_json));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Files.NoAccess(folder, e);
        }
    }

    internal static ModelArtifact Read(string folder) => Read(folder, ArtifactInfo.FormatName, (info, files, reference) =>
    {
        var model = JsonSerializer.Deserialize<ModelForm>(files[ModelFile], s_json)!.Read();
        return new ModelArtifact(info, model, reference, JsonSerializer.Deserialize<ImmutableSortedDictionary<string, double>>(files[MetricsFile], s_json)!);
    }, artifact => artifact.Served);

    /// <summary>Reads a model of any form.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="format">The form.</param>
    /// <param name="make">Makes the model of what the folder says of itself, its files and its reference.</param>
    /// <param name="served">How it is served: whether values can be read for it is tried at once.</param>
    internal static T Read<T>(string folder, string format, Func<ArtifactInfo, Dictionary<string, byte[]>, Fingerprint, T> make, Func<T, ServedModel> served)
    {
        var info = ReadInfo(folder, format);
        var files = info.Files.ToDictionary(file => file.Key, file => Whole(folder, file.Key, file.Value), StringComparer.Ordinal);
        try
        {
            var artifact = make(info, files, FingerprintFile.Read(new MemoryStream(files[ReferenceFile]), Path.Combine(folder, ReferenceFile)));
            _ = served(artifact).Coders();
            return artifact;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or KeyNotFoundException or NullReferenceException)
        {
            throw Damaged(folder, e.Message.TrimEnd('.'));
        }
    }

    private static ArtifactInfo ReadInfo(string folder, string format)
    {
        byte[] bytes = Files.Bytes(Path.Combine(folder, InfoFile), "The model");
        try
        {
            // The version first: what else a newer format says, nobody here knows.
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != format) throw new JsonException("it is of another kind");
            int version = root.GetProperty("version").GetInt32();
            if (version > ArtifactInfo.NewestVersion) throw Newer(folder, version);
            return root.Deserialize<ArtifactInfo>(s_json)!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged(folder, $"{InfoFile} cannot be read: {e.Message.TrimEnd('.')}");
        }
    }

    private static byte[] Whole(string folder, string name, string hash)
    {
        if (name != Path.GetFileName(name)) throw Damaged(folder, $"it names a file outside of it, '{name}'");
        byte[] bytes = Files.Bytes(Path.Combine(folder, name), "The model's file");
        return Hash(bytes) == hash ? bytes : throw Damaged(folder, $"{name} is not as it was written");
    }

    private static void WriteFile(string folder, string name, byte[] bytes)
    {
        string temporary = Path.Combine(folder, $".{name}.tmp");
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, Path.Combine(folder, name), overwrite: true);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static BadInputException Damaged(string folder, string how) => new(ModelErrors.ModelDamaged,
        $"'{folder}' holds no whole model: {how}.", "Answers of a damaged model would be wrong without a sign of it.", "Copy the folder again, or train the model again.");

    private static BadInputException Newer(string folder, int version) => new(ModelErrors.ModelNewer,
        $"The model in '{folder}' has format version {version}; this program reads up to version {ArtifactInfo.NewestVersion}.",
        "A newer format may add up differently.",
        "Update homeostat where the model is served, or train the model with this version.");
}
