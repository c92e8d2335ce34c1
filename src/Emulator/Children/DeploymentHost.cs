using System.Diagnostics.CodeAnalysis;

namespace Homeostat.Emulator;

/// <summary>The processes behind one deployment: the one in service, and the next one while it comes up.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing; disposing it would only race with a deployment under way.")]
internal sealed class DeploymentHost(ServingPlace place, CancellationToken stopping)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile ServingRun? _run;
    private int _pending;

    /// <summary>The process that answers now; null while there is none.</summary>
    internal ServingChild? Child => _run?.Current;

    /// <summary>Whether <see cref="PlaceholderModel"/> answers, as there is neither model nor command.</summary>
    internal bool IsPlaceholder { get; private set; }

    /// <summary>What its processes printed.</summary>
    internal string Log => place.Log;

    /// <summary>Told when a deployment that was in service is given up.</summary>
    internal Action<string>? GivenUp { get; set; }

    /// <summary>Brings a spec into service; the old one serves until the new one answers, and goes on when it never does.</summary>
    internal async Task<string?> DeployAsync(ServingSpec spec)
    {
        await _turn.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            if (_run is { Current: not null } same && same.Spec == spec) return null;
            if (spec == ServingSpec.Placeholder)
            {
                IsPlaceholder = true;
                await StopAsync().ConfigureAwait(false);
                return null;
            }
            var next = new ServingRun(spec, place, stopping);
            if (await next.Ready.ConfigureAwait(false) is { } failure)
            {
                await next.StopAsync().ConfigureAwait(false);
                return failure;
            }
            var old = Interlocked.Exchange(ref _run, next);
            IsPlaceholder = false;
            next.GivenUp = reason => GivenUp?.Invoke(reason);
            if (old is null) return null;
            await old.DrainAsync().ConfigureAwait(false);
            await old.StopAsync().ConfigureAwait(false);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes a request in, when it is not one too many.</summary>
    internal bool TryEnter(int most)
    {
        if (Interlocked.Increment(ref _pending) <= most) return true;
        Interlocked.Decrement(ref _pending);
        return false;
    }

    /// <summary>A request that was taken in has its answer.</summary>
    internal void Leave() => Interlocked.Decrement(ref _pending);

    internal void Crash() => _run?.Crash();

    internal async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _run, null) is { } run) await run.StopAsync().ConfigureAwait(false);
    }
}
