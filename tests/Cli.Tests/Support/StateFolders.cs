using System.Text.Json;
using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Cli.Tests.Support;

/// <summary>State folders with a journal in them, as a host would leave them.</summary>
internal static class StateFolders
{
    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Appends pauses and resumptions, ten minutes apart, after what is there.</summary>
    internal static void Append(string folder, int count, string model = "flights")
    {
        var journal = new BlobJournal(new FileBlobStore(folder, TimeProvider.System));
        long from = journal.CountAsync(model, default).GetAwaiter().GetResult();
        for (long i = from; i < from + count; i++)
        {
            var at = Start.AddMinutes(10 * i);
            string kind = i % 2 == 0 ? JournalKinds.Paused : JournalKinds.Resumed;
            var evidence = JsonSerializer.SerializeToElement(new { kind = i % 2 == 0 ? "pause" : "resume", at, by = "ada", reason = $"note {i}" });
            journal.AppendAsync(new JournalEntry(model, at, $"controller/{i}/x", kind, $"ada {kind} the loop: note {i}. More is said here.", evidence), default).GetAwaiter().GetResult();
        }
    }
}
