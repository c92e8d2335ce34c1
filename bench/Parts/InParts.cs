using Homeostat.Batches;

namespace Homeostat.Bench.Parts;

/// <summary>Counts a file as the loop's activities do, a part a task, with nothing shared but the grid.</summary>
internal static class InParts
{
    internal static Fingerprint CountWhole(string path, Fingerprint grid)
    {
        using var rows = BatchInput.Resolve(path);
        return BatchCounter.Count(rows, grid, new CountOptions());
    }

    /// <summary>Null when it is to be read in one pass.</summary>
    internal static async Task<Fingerprint?> CountAsync(string path, Fingerprint grid, long bytes)
    {
        if (await BatchParts.SplitAsync((at, _) => Open(path, at), new FileInfo(path).Length, bytes, CancellationToken.None) is not { } split) return null;
        var counted = new byte[]?[split.Count];
        await Parallel.ForAsync(0, split.Count, async (part, ended) => counted[part] = await CountPartAsync(path, grid, split, part, ended));
        Console.WriteLine($"{split.Count} parts");
        if (counted.Any(part => part is null)) return null;
        // As they come from the storage, in an order that no clock had a part in.
        return counted.Reverse().Select(part => FingerprintFile.Read(new MemoryStream(part!), path)).Aggregate((sum, part) => sum.Merge(part));
    }

    private static async Task<byte[]?> CountPartAsync(string path, Fingerprint grid, BatchSplit split, int part, CancellationToken ended)
    {
        try
        {
            using var rows = await BatchParts.OpenAsync((at, _) => Open(path, at), split, part, path, ended);
            if (rows is null) return null;
            using var file = new MemoryStream();
            FingerprintFile.Write(BatchCounter.Count(rows, grid, new CountOptions { Workers = 1 }), file);
            return file.ToArray();
        }
        catch (BadInputException refused)
        {
            Console.WriteLine($"part {part}: {refused.Message}");
            return null;
        }
    }

    private static Task<Stream?> Open(string path, long at)
    {
        var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        file.Position = at;
        return Task.FromResult<Stream?>(file);
    }
}
