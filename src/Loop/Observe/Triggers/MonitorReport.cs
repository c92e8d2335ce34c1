using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What one tick of the monitor did.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Models">One a policy, in order of name.</param>
public sealed record MonitorReport(DateTimeOffset At, ImmutableArray<MonitoredModel> Models);
