using FsCheck;
using FsCheck.Fluent;

namespace Homeostat.Statistics.Tests;

/// <summary>Property checks that try the same cases on every run.</summary>
internal static class Seeded
{
    private const ulong Seed = 20_240_229;

    // The step of the generator; must be odd.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    public static void Holds<T>(Gen<T> cases, Func<T, bool> property)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(Seed, Gamma);
        Prop.ForAll(cases.ToArbitrary(), property).Check(config);
    }
}
