namespace Homeostat.Loop;

/// <summary>
/// When to look again at what takes its time elsewhere: soon at first, then half as long again as it has taken so far. What is quick is seen quickly, and
/// what takes hours costs few looks.
/// </summary>
internal static class Polls
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);

    internal static TimeSpan After(TimeSpan? waited, TimeSpan longest) => waited / 2 is not { } next || next < _shortest ? _shortest : next < longest ? next : longest;
}
