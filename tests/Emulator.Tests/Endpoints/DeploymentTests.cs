using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Endpoints;

public sealed class DeploymentTests
{
    private const string Path = "onlineEndpoints/credit/deployments/blue";

    [Fact]
    public async Task Delete_WithLiveTraffic_IsRefused_WithoutIt_Done()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 95, "green": 5 }""", "blue", "green");
        var refused = await emulator.Wire.DeleteAsync(Path);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("95 % of the live traffic", refused.Message, StringComparison.Ordinal);

        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "green": 100 }"""));
        Assert.Equal(HttpStatusCode.NoContent, (await emulator.Wire.EndAsync(await emulator.Wire.DeleteAsync(Path))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Wire.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await emulator.Wire.DeleteAsync(Path)).Status);
    }

    [Fact]
    public async Task Patch_Scales_AndLeavesTheRest()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { Operation = TimeSpan.FromMilliseconds(200) } });
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        var accepted = await emulator.Wire.PatchAsync(Path, """{ "sku": { "capacity": 3 } }""");
        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        Assert.Equal("Scaling", (await emulator.Wire.GetAsync(Path)).Text("properties.provisioningState"));
        var end = await emulator.Wire.EndAsync(accepted);
        Assert.Equal("3", end.Text("sku.capacity"));
        Assert.Equal("Default", end.Text("sku.name"));
        Assert.Equal(HttpStatusCode.BadRequest, (await emulator.Wire.PatchAsync(Path, """{ "properties": {} }""")).Status);
    }

    [Theory]
    [InlineData("""{ "properties": { "endpointComputeType": "Managed" } }""", "location")]
    [InlineData("""{ "location": "x" }""", "properties")]
    [InlineData("""{ "location": "x", "properties": { "endpointComputeType": "Kubernetes" } }""", "Only managed")]
    [InlineData("""{ "location": "x", "sku": { "capacity": 0 }, "properties": { "endpointComputeType": "Managed" } }""", "at least one instance")]
    [InlineData("""{ "location": "x", "properties": { "endpointComputeType": "Managed", "instanceType": "Standard_F2" } }""", "cannot be changed")]
    [InlineData("""{ "location": "x", "properties": { "endpointComputeType": "Managed", "model": "azureml:flights:1" } }""", "no model version")]
    [InlineData("""{ "location": "x", "properties": { "endpointComputeType": "Managed", "dataCollector": { "rollingRate": "Second", "collections": {} } } }""", "rollingRate")]
    [InlineData("""{ "location": "x", "properties": { "endpointComputeType": "Managed", "dataCollector": { "collections": { "model_inputs": { "samplingRate": 2 } } } } }""", "samplingRate")]
    public async Task Put_Body_ThatIsWrong_Is400(string body, string says)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        var refused = await emulator.Wire.PutAsync(Path, body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_WithoutAnEndpoint_Is404()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Wire.PutAsync(Path, Bodies.Deployment())).Status);
    }

    [Fact]
    public async Task Put_WithAModelAndNoCommandToServeIt_FailsAndSaysHow()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { ServeCommand = null });
        await emulator.MakeEndpointAsync("credit");
        await TestModel.RegisterAsync(emulator, "flights", "answer=late");
        string body = Bodies.Deployment($"\"model\": \"{emulator.Server.WorkspaceId}/models/flights/versions/1\"");
        var end = await emulator.Wire.EndAsync(await emulator.Wire.PutAsync(Path, body));
        Assert.Contains("EMULATOR_SERVE_COMMAND", end.Message, StringComparison.Ordinal);

        string own = Bodies.Deployment($"\"model\": \"{emulator.Server.WorkspaceId}/models/flights/versions/1\", \"environmentVariables\": {{ \"EMULATOR_SERVE_COMMAND\": \"{TestModel.Serve}\" }}");
        await emulator.Wire.DoneAsync("PUT", Path, own);
        Assert.Null((await emulator.Wire.GetAsync(Path)).Body!["properties"]!["properties"]!["emulator.remark"]);
    }
}
