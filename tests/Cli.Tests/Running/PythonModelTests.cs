namespace Homeostat.Cli.Tests.Running;

/// <summary>A class of its own: the loops run side by side.</summary>
public sealed class PythonModelTests : AnotherModelTests
{
    [Fact]
    public Task PythonModel_TakesItsPlace() => TellAsync("python3", "model.py");
}
