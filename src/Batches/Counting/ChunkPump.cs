namespace Homeostat.Batches;

/// <summary>Takes in one chunk after the other.</summary>
internal interface IChunkWorker
{
    void Take(Chunk chunk);

    /// <summary>The last chunk was taken.</summary>
    void End()
    {
    }
}

/// <summary>Runs workers over the chunks of an input, each on a thread of its own.</summary>
internal static class ChunkPump
{
    /// <summary>Makes and runs workers, each on its own thread, until the input is read; more than one only when there is more than one chunk.</summary>
    internal static TWorker[] Run<TWorker>(ChunkReader reader, int workers, int chunkSize, Func<TWorker> make)
        where TWorker : class, IChunkWorker
    {
        var first = new Chunk(chunkSize);
        bool any = reader.TryFill(first);
        var second = any && workers > 1 ? new Chunk(chunkSize) : null;
        bool more = second is not null && reader.TryFill(second);
        var made = new TWorker[more ? workers : 1];
        SideBySide.Run(made.Length, i =>
        {
            made[i] = make();
            var chunk = i switch { 0 => first, 1 => second!, _ => new Chunk(chunkSize) };
            bool filled = i == 0 ? any : i == 1;
            Work(reader, chunk, made[i], filled);
        }, reader.Stop);
        return made;
    }

    private static void Work(ChunkReader reader, Chunk chunk, IChunkWorker worker, bool filled)
    {
        while (filled || reader.TryFill(chunk))
        {
            filled = false;
            ChunkCheck.Text(chunk);
            worker.Take(chunk);
        }
        worker.End();
    }
}
