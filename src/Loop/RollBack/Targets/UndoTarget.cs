namespace Homeostat.Loop;

/// <summary>
/// Out of a running rollout: the challenger's share goes back to those who had it. Shares that somebody else gave to deployments the undo plan
/// does not know stay where they are.
/// </summary>
internal static class UndoTarget
{
    public static bool IsShifted(RollbackPlace here, UndoPlan undo) => here.Now.ShareOf(undo.Challenger) != undo.Before.ShareOf(undo.Challenger);

    public static RollbackDecision Choose(RollbackPlace here, UndoPlan undo)
    {
        if (!IsShifted(here, undo)) return here.Shift(here.Now, "a state in which the challenger has no more than before the rollout");
        var lost = undo.Before.Traffic.Keys.Where(name => !here.IsReady(name)).ToList();
        if (lost.Count == 0) return here.Shift(Restored(here, undo, undo.Before), "the traffic before the rollout");
        return here.IsReady(undo.Champion)
            ? here.Shift(Restored(here, undo, TrafficSplit.All(undo.Champion!)), $"the champion alone, for {lost[0]} {here.StateOf(lost[0])},")
            : here.Refuse($"{lost[0]}, which served before the rollout, {here.StateOf(lost[0])}");
    }

    private static TrafficSplit Restored(RollbackPlace here, UndoPlan undo, TrafficSplit before)
    {
        var foreign = here.Now.Traffic.Where(t => t.Key != undo.Challenger && !undo.Before.Traffic.ContainsKey(t.Key)).ToList();
        var foreignMirror = here.Now.Mirror.Where(m => m.Key != undo.Challenger && !before.Mirror.ContainsKey(m.Key));
        var mirror = before.Mirror.RemoveRange(before.Mirror.Keys.Where(name => !here.IsReady(name))).AddRange(foreignMirror);
        // A deployment cannot be served and mirrored to at once.
        mirror = mirror.RemoveRange(foreign.Select(f => f.Key));
        // Before the first model there was no traffic: what others have been given then is all there is.
        if (before.Traffic.IsEmpty) return new(foreign.Count == 0 ? before.Traffic : Shares.Spread(before.Traffic.AddRange(foreign), 100), mirror);
        return new(Shares.Spread(before.Traffic, 100 - foreign.Sum(f => f.Value)).AddRange(foreign), mirror);
    }
}
