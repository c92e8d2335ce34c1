namespace Homeostat.Loop;

/// <summary>One touch of the world. Runs at least once: a second run with the same input must do no harm.</summary>
public interface IActivity<in TInput, TOutput>
{
    /// <summary>Does it.</summary>
    Task<TOutput> RunAsync(TInput input, CancellationToken cancellation);
}
