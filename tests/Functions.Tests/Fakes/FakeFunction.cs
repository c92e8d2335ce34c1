using Microsoft.Azure.Functions.Worker;

namespace Homeostat.Functions.Tests;

/// <summary>The invocation of a function of this name.</summary>
internal sealed class FakeFunction(string name) : FunctionContext
{
    public override FunctionDefinition FunctionDefinition { get; } = new Named(name);

    private sealed class Named(string name) : FunctionDefinition
    {
        public override string Name => name;
    }
}
