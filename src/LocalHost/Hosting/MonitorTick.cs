using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>Lets the monitor look, and tells operators what it says: a problem that stays is said once.</summary>
/// <param name="monitor">What looks.</param>
/// <param name="log">Who hears it.</param>
internal sealed class MonitorTick(LoopMonitor monitor, ILogger log)
{
    private HashSet<(string Model, string Problem)> _said = [];

    internal async Task RunAsync(CancellationToken cancellation)
    {
        var report = await monitor.TickAsync(cancellation);
        foreach (var model in report.Models)
        {
            foreach (string told in model.Told) LoopLog.Noticed(log, model.Model, told);
        }
        var problems = report.Models.SelectMany(model => model.Problems.Select(problem => (model.Model, problem))).ToHashSet();
        foreach (var (model, problem) in problems.Except(_said)) LoopLog.NotMonitored(log, model, problem);
        _said = problems;
    }
}
