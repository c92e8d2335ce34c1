using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Looks at everything now and then: files no event told of, collector hours, freshness, endpoints, schedules, stuck controllers.</summary>
/// <param name="host">What looks.</param>
/// <param name="log">Hears what was found.</param>
public sealed class Monitor(LoopHost host, ILogger<Monitor> log)
{
    /// <summary>The timer's time has come.</summary>
    /// <param name="timer">Its schedule; the look is the same however late it is.</param>
    /// <param name="client">Where controllers run.</param>
    /// <param name="cancellation">Ends when the app does.</param>
    [Function(nameof(Monitor))]
    public async Task Run([TimerTrigger("%MONITOR_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var found = await host.Scanner(client).ScanAsync(cancellation);
        if (found.Controllers + found.Batches + found.Labels > 0) FunctionsLog.Found(log, found.Controllers, found.Batches, found.Labels);
        foreach (var model in (await host.Monitor(client).TickAsync(cancellation)).Models) Tell(model);
    }

    private void Tell(MonitoredModel model)
    {
        foreach (string told in model.Told) FunctionsLog.Noticed(log, model.Model, told);
        foreach (string problem in model.Problems) FunctionsLog.NotMonitored(log, model.Model, problem);
    }
}
