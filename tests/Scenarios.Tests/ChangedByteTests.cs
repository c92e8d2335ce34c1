using FsCheck;
using FsCheck.Fluent;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests;

/// <summary>The journal that a story left: one byte changed in any of its files, anywhere and to anything, and its chain is broken.</summary>
public sealed class ChangedByteTests
{
    // One story whose journal is one file, and one whose journal goes on in the next month.
    private static readonly string[] _stories = ["Bake_BreachRollsBack", "MonthTurnsOver_BudgetIsNew"];

    [Fact]
    public async Task Chain_BreaksWhenOneByteChanges()
    {
        var files = new List<(Dictionary<string, byte[]> All, string Changed)>();
        foreach (string story in _stories)
        {
            var journal = await JournalOf(story);
            Assert.True(await IsIntact(journal));
            files.AddRange(journal.Keys.Select(name => (journal, name)));
        }
        Assert.Equal(3, files.Count);
        var cases = from file in Gen.Elements(files.ToArray())
                    from at in Gen.Choose(0, file.All[file.Changed].Length - 1)
                    from to in Gen.Choose(1, 255)
                    select (file, at, to);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            byte[] changed = [.. one.file.All[one.file.Changed]];
            changed[one.at] ^= (byte)one.to;
            return !IsIntact(new(one.file.All) { [one.file.Changed] = changed }).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_260_302, 7));
    }

    [Fact]
    public async Task EveryByteOfALine_IsUnderItsHash()
    {
        var journal = await JournalOf(_stories[0]);
        var (name, whole) = journal.Single();
        int end = Array.IndexOf(whole, (byte)'\n') + 1;
        for (int at = 0; at < end; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 1;
            Assert.False(await IsIntact(new() { [name] = changed }), $"byte {at} of the first line");
        }
    }

    private static async Task<Dictionary<string, byte[]>> JournalOf(string story)
    {
        await using var world = await World.OpenAsync(Weather.Calm, Library.Stories[story]);
        await Library.Stories[story].Tell(world);
        var files = new Dictionary<string, byte[]>();
        await foreach (var blob in world.Store.ListAsync("journal/", default))
            if (blob.Name.EndsWith(".jsonl", StringComparison.Ordinal)) files.Add(blob.Name, (await world.Store.ReadAsync(blob.Name, default))!.Content.ToArray());
        return files;
    }

    private static async Task<bool> IsIntact(Dictionary<string, byte[]> files)
    {
        var store = new InMemoryBlobStore();
        foreach (var (name, content) in files) await store.WriteAsync(name, content, WriteCondition.Always, default);
        return (await new JournalVerifier(store).VerifyAsync(World.Model, default)).IsIntact;
    }
}
