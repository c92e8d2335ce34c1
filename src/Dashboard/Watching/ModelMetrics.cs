using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>What is measured of one model.</summary>
/// <param name="Standing">The model.</param>
/// <param name="Counts">Its journal; null when it cannot be read.</param>
internal sealed record ModelMetrics(ModelStanding Standing, JournalCounts? Counts)
{
    internal string Name => Standing.Model;
}
