namespace Homeostat.Loop;

/// <summary>All that a tick looks at, in order; each by itself, so that what fails stops no other.</summary>
internal sealed class Watches(LoopPorts ports, IOrchestrationClient client)
{
    internal IReadOnlyList<(string Name, Func<MonitorTurn, CancellationToken, Task> LookAsync)> All { get; } =
    [
        // First: a controller that was dead hears what follows.
        ("controller", new ControllerWatch(client).LookAsync),
        ("endpoint", new EndpointWatch(ports).LookAsync),
        ("schedule", ScheduleWatch.LookAsync),
        ("collector", new CollectorIntake(ports, client).LookAsync),
        ("labels", new LabelWatch(ports).LookAsync),
        ("health", new HealthWatch(ports).LookAsync),
    ];
}
