namespace Homeostat.Loop;

/// <summary>An activity of one line.</summary>
internal sealed class Activity<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> run) : IActivity<TInput, TOutput>
{
    public Task<TOutput> RunAsync(TInput input, CancellationToken cancellation) => run(input, cancellation);
}
