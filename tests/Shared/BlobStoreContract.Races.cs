using System.Collections.Concurrent;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>What holds when several do it at once, each through a store of its own.</summary>
public abstract partial class BlobStoreContract
{
    private const int Writers = 8;

    [Fact]
    public async Task Race_AllWithTheSameETag_OneWins()
    {
        string eTag = (await WriteAsync(Open(), "a", "start", WriteCondition.Always))!;
        for (int round = 0; round < 10; round++)
        {
            var results = await AtOnce((store, writer) => WriteAsync(store, "a", $"{writer}", WriteCondition.Match(eTag)));
            int winner = Assert.Single(Enumerable.Range(0, Writers), writer => results[writer] is not null);
            eTag = results[winner]!;
            var blob = await Open().ReadAsync("a", None);
            Assert.Equal(($"{winner}", eTag), (Text(blob), blob!.ETag));
        }
    }

    [Fact]
    public async Task Race_AllToCreate_OneWins()
    {
        for (int round = 0; round < 10; round++)
        {
            string name = $"new/{round}";
            var results = await AtOnce((store, writer) => WriteAsync(store, name, $"{writer}", WriteCondition.Absent));
            Assert.Single(results, result => result is not null);
        }
    }

    [Fact]
    public async Task Race_ReadChangeWrite_LosesNothing()
    {
        await WriteAsync(Open(), "sum", "0", WriteCondition.Always);
        await AtOnce(async (store, _) =>
        {
            for (int added = 0; added < 10;)
            {
                var blob = (await store.ReadAsync("sum", None))!;
                int next = int.Parse(Text(blob)!, null) + 1;
                if (await WriteAsync(store, "sum", $"{next}", WriteCondition.Match(blob.ETag)) is not null) added++;
            }
            return true;
        });
        Assert.Equal($"{Writers * 10}", Text(await Open().ReadAsync("sum", None)));
    }

    [Fact]
    public async Task Race_Appends_EveryLineOnceAndWhole()
    {
        await AtOnce(async (store, writer) =>
        {
            for (int line = 0; line < 10;)
            {
                long length = (await store.FindAsync("log", None))?.Length ?? 0;
                byte[] content = System.Text.Encoding.UTF8.GetBytes($"{writer}-{line}-{new string('x', 20_000)}\n");
                if (await store.AppendAsync("log", content, length, None)) line++;
            }
            return true;
        });
        string[] lines = Text(await Open().ReadAsync("log", None))!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.EndsWith(new string('x', 20_000), line, StringComparison.Ordinal));
        var expected = from writer in Enumerable.Range(0, Writers) from line in Enumerable.Range(0, 10) select $"{writer}-{line}-";
        Assert.Equal(expected.Order(), lines.Select(line => line.TrimEnd('x')).Order());
    }

    [Fact]
    public async Task Race_ReadersSeeOldOrNew_NeverHalf()
    {
        const int Size = 300_000;
        var store = Open();
        await store.WriteAsync("a", Filled(0, Size), WriteCondition.Always, None);
        await store.AppendAsync("log", Filled(0, Size), 0, None);
        using var done = new CancellationTokenSource();
        var odd = new ConcurrentBag<string>();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var reader = Open();
            while (!done.IsCancellationRequested)
            {
                byte[] whole = (await reader.ReadAsync("a", None))!.Content.ToArray();
                if (whole.Length != Size || whole.Any(b => b != whole[0])) odd.Add($"write: {whole.Length} bytes");
                int log = (await reader.ReadAsync("log", None))!.Content.Length;
                if (log % Size != 0) odd.Add($"append: {log} bytes");
                await using var stream = (await reader.OpenAsync("log", 0, None))!;
                using var copy = new MemoryStream();
                await stream.CopyToAsync(copy);
                if (copy.Length % Size != 0) odd.Add($"stream: {copy.Length} bytes");
                long found = (await reader.FindAsync("log", None))!.Length;
                if (found % Size != 0) odd.Add($"find: {found} bytes");
            }
        })).ToList();
        for (byte round = 1; round <= 30; round++)
        {
            await store.WriteAsync("a", Filled(round, Size), WriteCondition.Always, None);
            Assert.True(await store.AppendAsync("log", Filled(round, Size), (long)round * Size, None));
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(odd);
    }

    [Fact]
    public async Task Race_MovesInOppositeDirections_EndWithOneBlob()
    {
        for (int round = 0; round < 20; round++)
        {
            var store = Open();
            await WriteAsync(store, "one", "x", WriteCondition.Always);
            await AtOnce((own, writer) => writer % 2 == 0 ? own.MoveAsync("one", "two", None) : own.MoveAsync("two", "one", None));
            Assert.Single(await NamesAsync(store, ""));
            await store.DeleteAsync("one", None);
            await store.DeleteAsync("two", None);
        }
    }

    private async Task<T[]> AtOnce<T>(Func<IBlobStore, int, Task<T>> action)
    {
        using var start = new Barrier(Writers);
        return await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                var store = Open();
                start.SignalAndWait();
                return action(store, writer);
            },
            None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }

    private static byte[] Filled(byte value, int size)
    {
        byte[] bytes = new byte[size];
        Array.Fill(bytes, value);
        return bytes;
    }
}
