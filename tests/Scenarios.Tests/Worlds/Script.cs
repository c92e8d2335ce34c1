using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>An activity told in one line.</summary>
internal sealed class Script<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> run) : IActivity<TInput, TOutput>
{
    public Task<TOutput> RunAsync(TInput input, CancellationToken cancellation) => run(input, cancellation);
}
