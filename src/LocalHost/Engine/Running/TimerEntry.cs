namespace Homeostat.LocalHost;

/// <summary>An armed timer.</summary>
/// <param name="Due">When.</param>
/// <param name="Order">Timers due at the same time fire in the order of arming.</param>
/// <param name="Instance">Whose.</param>
/// <param name="Task">Which.</param>
internal sealed record TimerEntry(DateTimeOffset Due, long Order, Instance Instance, int Task);
