using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>Tells of each path that is left out once.</summary>
/// <param name="log">Who hears it.</param>
internal sealed class LeftOutOnce(ILogger log)
{
    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

    internal void Tell(string path, string reason)
    {
        if (_told.TryAdd(path, reason)) LoopLog.LeftOut(log, path, reason);
    }
}
