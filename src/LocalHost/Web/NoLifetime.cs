using Microsoft.Extensions.Hosting;

namespace Homeostat.LocalHost;

/// <summary>Starts at once and ends when told.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
