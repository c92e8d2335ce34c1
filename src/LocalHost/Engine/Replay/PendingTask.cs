using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>A task of a result type.</summary>
/// <param name="name">The activity, orchestration or event.</param>
internal sealed class PendingTask<T>(string name) : IPendingTask
{
    // Not RunContinuationsAsynchronously: it would run Task.WhenAll and Task.WhenAny on the thread pool, out of the replay's hands.
    private readonly TaskCompletionSource<T> _source = new();

    public string Name => name;

    public Task<T> Task => _source.Task;

    public void Complete(JsonElement? payload)
    {
        try
        {
            _source.TrySetResult((T)DurableJson.Read(payload, typeof(T))!);
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or InvalidOperationException)
        {
            Fail(new TaskFailure(unread.GetType().FullName!, Unreadable.Message($"what came of '{name}'", typeof(T), unread), IsTransient: false));
        }
    }

    public void Fail(TaskFailure failure) => _source.TrySetException(new TaskFailedException(name, failure));

    public void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
}
