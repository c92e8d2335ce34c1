using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What training has cost.</summary>
internal static class Costs
{
    /// <summary>Of a time; none where two clocks that disagree make it negative.</summary>
    internal static decimal Of(TimeSpan? time, GovernorOptions options) =>
        decimal.Round((decimal)Math.Max(0, (time ?? TimeSpan.Zero).TotalHours) * options.CostPerHour, 4);

    /// <summary>With what was spent now, and without what is older than the month before this one.</summary>
    internal static ImmutableArray<Spending> Add(ImmutableArray<Spending> spent, DateTimeOffset now, decimal amount)
    {
        var kept = spent.IsDefault ? [] : spent.RemoveAll(spending => spending.At < now.AddDays(-62));
        return amount == 0 ? kept : kept.Add(new Spending(now, amount));
    }
}
