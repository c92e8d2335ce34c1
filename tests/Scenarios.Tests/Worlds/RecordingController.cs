using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>The controller, and a note of every run it makes.</summary>
internal sealed class RecordingController(Action<ControllerState, ControllerState> ran) : IOrchestrator<ControllerState, ControllerState>
{
    public async Task<ControllerState> RunAsync(OrchestrationContext context, ControllerState input)
    {
        var output = await new ControllerOrchestrator().RunAsync(context, input);
        ran(input, output);
        return output;
    }
}
