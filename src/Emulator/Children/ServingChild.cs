using System.Net;

namespace Homeostat.Emulator;

/// <summary>A process that answers, and the connections to it.</summary>
internal sealed class ServingChild : IDisposable
{
    private readonly ChildProcess _process;
    private int _asked;

    internal ServingChild(ChildProcess process, int port)
    {
        _process = process;
        Score = new Uri($"http://127.0.0.1:{port}/score");
        Health = new Uri($"http://127.0.0.1:{port}/health");
        Client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            // Connections are kept as long as the process is.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        });
    }

    internal Uri Score { get; }

    internal Uri Health { get; }

    internal HttpMessageInvoker Client { get; }

    internal Task<int> Exited => _process.Exited;

    /// <summary>Whether a request waits for its answer.</summary>
    internal bool IsBusy => Volatile.Read(ref _asked) > 0;

    internal void Enter() => Interlocked.Increment(ref _asked);

    internal void Leave() => Interlocked.Decrement(ref _asked);

    internal void Kill() => _process.Kill();

    internal Task StopAsync(TimeProvider time) => _process.StopAsync(time);

    internal async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Health);
            using var response = await Client.SendAsync(request, cancellation).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Dispose();
    }
}
