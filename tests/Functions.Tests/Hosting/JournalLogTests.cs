using System.Text.Json;
using Homeostat.Loop;
using Homeostat.Tests.Shared;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions.Tests;

public sealed class JournalLogTests
{
    [Fact]
    public async Task Record_IsKept_AndTracedWithTheMembersThatAlertsAskFor()
    {
        var store = new InMemoryBlobStore(TimeProvider.System);
        var heard = new Heard();
        var journal = new JournalLog(new BlobJournal(store), heard);
        var record = await journal.AppendAsync(new JournalEntry("flights", DateTimeOffset.UnixEpoch, "7", JournalKinds.Escalated, "Look at the endpoint.", JsonElement.Parse("{}")), default);
        Assert.Equal(record.Hash, (await journal.FindAsync("flights", "7", default))!.Hash);
        Assert.Equal(1, await journal.CountAsync("flights", default));
        var traced = Assert.Single(heard.Traces).ToDictionary(member => member.Key, member => member.Value?.ToString());
        Assert.Equal(("flights", "escalated", "Look at the endpoint.", "7"), (traced["Model"], traced["Kind"], traced["Summary"], traced["Id"]));
    }

    private sealed class Heard : ILogger<JournalLog>
    {
        internal List<IReadOnlyList<KeyValuePair<string, object?>>> Traces { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Traces.Add((IReadOnlyList<KeyValuePair<string, object?>>)(object)state!);
    }
}
