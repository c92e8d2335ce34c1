namespace Homeostat.Dashboard;

/// <summary>Where a rollout is: step 1 is the first.</summary>
internal sealed record RolloutView(int Step, int Of, int Weight, int Mirror, DateTimeOffset? Since, int Looks);
