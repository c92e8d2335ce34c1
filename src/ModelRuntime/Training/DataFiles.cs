using System.Security.Cryptography;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Opens what a training is pointed at: files of rows, or the manifest of a dataset.</summary>
internal static class DataFiles
{
    internal static async Task<TrainingData> OpenAsync(TrainingRequest request, TrainingConfig config, CancellationToken cancellation)
    {
        if (request.Data is [var only] && DatasetFile.IsManifest(only)) return await DatasetFile.OpenAsync(only, request.Root, config, cancellation);
        var input = BatchInput.Resolve(request.Data);
        return new TrainingData(input, config.Schema, Hash(input, cancellation));
    }

    /// <summary>The hash of the files' hashes: of the same rows in the same order it is the same, wherever they lie.</summary>
    private static string Hash(BatchInput input, CancellationToken cancellation)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in input.Paths)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var file = File.OpenRead(path);
                all.AppendData(SHA256.HashData(file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Files.NoAccess(path, e);
            }
        }
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
