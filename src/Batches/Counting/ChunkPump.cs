using System.Runtime.ExceptionServices;

namespace Homeostat.Batches;

/// <summary>Takes in one chunk after the other.</summary>
internal interface IChunkWorker
{
    void Take(Chunk chunk);
}

/// <summary>Runs workers over the chunks of an input, each on a thread of its own.</summary>
internal static class ChunkPump
{
    /// <summary>Makes and runs workers until the input is read. The first is on the calling thread; others start when there is more than one chunk.</summary>
    internal static List<TWorker> Run<TWorker>(ChunkReader reader, int workers, int chunkSize, Func<TWorker> make)
        where TWorker : IChunkWorker
    {
        var made = new List<TWorker> { make() };
        var first = new Chunk(chunkSize);
        if (!reader.TryFill(first)) return made;
        var second = new Chunk(chunkSize);
        bool more = workers > 1 && reader.TryFill(second);
        if (!more)
        {
            Work(reader, first, made[0]);
            return made;
        }
        var failures = new Failures(reader);
        var threads = new List<Thread>();
        for (int i = 1; i < workers; i++)
        {
            var worker = make();
            made.Add(worker);
            var chunk = i == 1 ? second : new Chunk(chunkSize);
            bool filled = i == 1;
            threads.Add(Start(() => failures.Catch(() => Work(reader, chunk, worker, filled))));
        }
        failures.Catch(() => Work(reader, first, made[0]));
        foreach (var thread in threads) thread.Join();
        failures.Rethrow();
        return made;
    }

    private static void Work(ChunkReader reader, Chunk chunk, IChunkWorker worker, bool filled = true)
    {
        while (filled || reader.TryFill(chunk))
        {
            filled = false;
            ChunkCheck.Text(chunk);
            worker.Take(chunk);
        }
    }

    private static Thread Start(ThreadStart run)
    {
        var thread = new Thread(run) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private sealed class Failures(ChunkReader reader)
    {
        private readonly Lock _lock = new();
        private ExceptionDispatchInfo? _first;

        internal void Catch(Action run)
        {
            try
            {
                run();
            }
            catch (Exception e)
            {
                reader.Stop();
                lock (_lock) _first ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        internal void Rethrow() => _first?.Throw();
    }
}
