using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeostat.Functions.Tests;

/// <summary>The Durable worker's context as its sources have it: the last to wait gets an event, cancelled or not, and every value passes as JSON.</summary>
internal sealed class FakeOrchestration(string name, string instanceId) : TaskOrchestrationContext
{
    private readonly Dictionary<string, Stack<Action<string?>>> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<string?>> _buffered = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(DateTime At, TaskCompletionSource Timer)> _timers = [];
    private int _ids;

    public override TaskName Name { get; } = name;

    public override string InstanceId { get; } = instanceId;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => false;

    internal DateTime Now { get; set; } = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    internal string? Input { get; init; }

    /// <summary>Runs an activity: its name and input, to its result.</summary>
    internal Func<string, string?, Task<string?>> Activity { get; init; } = (_, _) => Task.FromResult<string?>(null);

    internal List<(string Instance, string Event, string? Payload)> Sent { get; } = [];

    internal List<SubOrchestrationOptions?> Children { get; } = [];

    internal List<DateTime> Timers { get; } = [];

    internal string? Status { get; private set; }

    internal (string? Input, bool Preserve)? Next { get; private set; }

    public override T? GetInput<T>() where T : default => Of<T>(Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) => Of<TResult>(await Activity(name.Name, Text(input)))!;

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        Children.Add(options as SubOrchestrationOptions);
        return Of<TResult>(await Activity(orchestratorName.Name, Text(input)))!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Timers.Add(fireAt);
        var timer = new TaskCompletionSource();
        cancellationToken.Register(() => timer.TrySetCanceled(cancellationToken));
        _timers.Add((fireAt, timer));
        if (fireAt <= Now) timer.TrySetResult();
        return timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var wait = new TaskCompletionSource<T>();
        cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken));
        if (_buffered.TryGetValue(eventName, out var early) && early.TryDequeue(out string? text)) wait.TrySetResult(Of<T>(text)!);
        else Waiting(eventName).Push(payload => wait.TrySetResult(Of<T>(payload)!));
        return wait.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Sent.Add((instanceId, eventName, Text(payload)));

    public override void SetCustomStatus(object? customStatus) => Status = Text(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => Next = (Text(newInput), preserveUnprocessedEvents);

    public override Guid NewGuid() => new(++_ids, 0, 0, new byte[8]);

    public override ILogger CreateReplaySafeLogger<T>() => NullLogger.Instance;

    internal void Raise(string eventName, object? payload)
    {
        if (Waiting(eventName).TryPop(out var deliver)) deliver(Text(payload));
        else (_buffered.TryGetValue(eventName, out var queue) ? queue : _buffered[eventName] = new()).Enqueue(Text(payload));
    }

    internal void Pass(TimeSpan time)
    {
        Now += time;
        foreach (var (at, timer) in _timers.ToList())
            if (at <= Now) timer.TrySetResult();
    }

    private Stack<Action<string?>> Waiting(string name) => _waiting.TryGetValue(name, out var stack) ? stack : _waiting[name] = new();

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType());

    private static T? Of<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text);
}
