namespace Homeostat.Cli.Tests.Running;

/// <summary>A class of its own: the loops run side by side.</summary>
public sealed class NodeModelTests : AnotherModelTests
{
    [Fact]
    public Task NodeModel_TakesItsPlace() => TellAsync("node", "model.mjs");
}
