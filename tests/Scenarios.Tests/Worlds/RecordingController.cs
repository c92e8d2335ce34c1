using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>The controller, and a note of every move it makes.</summary>
internal sealed class RecordingController(Action<Phase, Phase> moved) : IOrchestrator<ControllerState, ControllerState>
{
    public async Task<ControllerState> RunAsync(OrchestrationContext context, ControllerState input)
    {
        var output = await new ControllerOrchestrator().RunAsync(context, input);
        moved(input.Phase, output.Phase);
        return output;
    }
}
