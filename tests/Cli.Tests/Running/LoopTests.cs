using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Running;

public sealed class LoopTests
{
    [Fact]
    public async Task ReferenceModel_IsTrained_Healed_AndTakenBack()
    {
        await using var bench = new RunBench();
        await LoopStory.TellAsync(bench, job: null);
    }
}
