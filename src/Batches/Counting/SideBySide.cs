using System.Runtime.ExceptionServices;

namespace Homeostat.Batches;

/// <summary>Runs the same work on several threads, the calling one among them; the first failure is thrown once all have ended.</summary>
internal static class SideBySide
{
    /// <summary>Runs <paramref name="work"/> once for each number below <paramref name="workers"/>.</summary>
    /// <param name="workers">How many threads.</param>
    /// <param name="work">What each does, told its number.</param>
    /// <param name="onFailure">Told at once when one fails, so that the others can stop early.</param>
    internal static void Run(int workers, Action<int> work, Action? onFailure = null)
    {
        if (workers == 1) work(0);
        else RunThreads(workers, work, onFailure);
    }

    private static void RunThreads(int workers, Action<int> work, Action? onFailure)
    {
        ExceptionDispatchInfo? failure = null;
        void Guarded(int worker)
        {
            try
            {
                work(worker);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                onFailure?.Invoke();
            }
        }
        var threads = new Thread[workers - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int worker = i + 1;
            threads[i] = new Thread(() => Guarded(worker)) { IsBackground = true };
            threads[i].Start();
        }
        Guarded(0);
        foreach (var thread in threads) thread.Join();
        failure?.Throw();
    }

    /// <summary>Does every item below <paramref name="count"/> once, each on whichever thread is free.</summary>
    internal static void Each(int count, int workers, Action<int> item)
    {
        int next = -1;
        Run(Math.Max(1, Math.Min(workers, count)), _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next)) item(i);
        });
    }
}
