using System.Globalization;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>
/// Tells a story once for each place in which the host can crash. All places of all stories take a quarter of an hour; of each story a few are tried with
/// every test run, always the same, and all of them when <c>HOMEOSTAT_CRASHES</c> is "all".
/// </summary>
internal static class Crashed
{
    /// <param name="name">The story.</param>
    /// <param name="few">How many places are tried when nobody asks for more.</param>
    /// <param name="places">How many there are.</param>
    /// <param name="weather">A crash in one of them, from 1.</param>
    internal static async Task Each(string name, int few, Func<Counts, int> places, Func<int, Weather> weather)
    {
        int count = places((await Library.Calm(name)).Counts);
        foreach (int place in Places(name, few, count))
        {
            try
            {
                await Library.EndsTheSame(name, weather(place));
            }
            catch (Exception failed)
            {
                throw new InvalidOperationException($"{name}, crash at {place} of {count}: {failed.Message}", failed);
            }
        }
    }

    /// <summary>All places from 1 to the count, or as many as were asked for, one in each of as many stretches; where in its stretch depends on the name.</summary>
    private static IEnumerable<int> Places(string name, int few, int count)
    {
        string? asked = Environment.GetEnvironmentVariable("HOMEOSTAT_CRASHES");
        few = asked == "all" ? count : Math.Min(count, asked is null ? few : int.Parse(asked, CultureInfo.InvariantCulture));
        int shift = name.Sum(letter => letter);
        for (int i = 0; i < few; i++)
        {
            int from = i * count / few, to = (i + 1) * count / few;
            yield return 1 + from + (shift % (to - from));
        }
    }
}
