using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>What the API reads and tells.</summary>
/// <param name="Loop">Store, journal and endpoints.</param>
/// <param name="Client">Where controllers run.</param>
/// <param name="Time">The clock.</param>
public sealed record ApiPorts(LoopPorts Loop, IOrchestrationClient Client, TimeProvider Time);
