namespace Homeostat.Loop;

/// <summary>What came of a monitor's breach.</summary>
/// <param name="Model">Whose controller was told; null: nobody's.</param>
/// <param name="Reason">What it was told, or why it was not.</param>
public sealed record MonitorBreachTaken(string? Model, string Reason);
