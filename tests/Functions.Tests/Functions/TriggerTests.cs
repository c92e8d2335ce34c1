using Azure.Storage.Blobs;
using Homeostat.Loop;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeostat.Functions.Tests;

/// <summary>Every trigger, run.</summary>
public sealed class TriggerTests
{
    private const string Breach = """
        { "id": "e1", "eventType": "Microsoft.MachineLearningServices.RunStatusChanged", "data": { "runId": "run-7", "experimentName": "flights", "RunTags": {
          "azureml_modelmonitor_threshold_breached": "flights has failed due to one or more features violating metric thresholds [{\"metric_name\":\"PopulationStabilityIndex\",\"metric_value\":0.4}]" } } }
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly World _world = new();

    [Fact]
    public async Task BatchArrived_Twice_StartsItOnce()
    {
        await _world.PutAsync("batches/flights/a.csv", "x\n1\n");
        var function = new BatchArrived(_world.Host, NullLogger<BatchArrived>.Instance);
        for (int i = 0; i < 2; i++) await function.Run(new BlobClient("flights/a.csv"), "flights/a.csv", _world.Client, None);
        Assert.StartsWith("batch-flights-a-", Assert.Single(_world.Client.Started), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchArrived_WhatIsGone_StartsNothing()
    {
        await new BatchArrived(_world.Host, NullLogger<BatchArrived>.Instance).Run(new BlobClient("a"), "flights/a.csv", _world.Client, None);
        Assert.Empty(_world.Client.Started);
    }

    [Fact]
    public async Task LabelsArrived_StartsThem()
    {
        await _world.PutAsync("labels/flights/l.csv", "id,label\n1,0\n");
        await new LabelsArrived(_world.Host, NullLogger<LabelsArrived>.Instance).Run(new BlobClient("flights/l.csv"), "flights/l.csv", _world.Client, None);
        Assert.StartsWith("labels-flights-l-", Assert.Single(_world.Client.Started), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PolicyChanged_StartsTheController_Once()
    {
        await _world.PutAsync("policies/flights.json", World.Policy);
        var function = new PolicyChanged(_world.Host, NullLogger<PolicyChanged>.Instance);
        for (int i = 0; i < 2; i++) await function.Run(new BlobClient("flights.json"), "flights.json", _world.Client, None);
        Assert.Equal(["controller-flights"], _world.Client.Started);
    }

    [Fact]
    public async Task Monitor_FindsWhatNoEventToldOf()
    {
        await _world.PutAsync("policies/flights.json", World.Policy);
        await _world.PutAsync("batches/flights/a.csv", "x\n1\n");
        await new Monitor(_world.Host, NullLogger<Monitor>.Instance).Run(new TimerInfo(), _world.Client, None);
        Assert.Equal(["controller-flights", "batch-flights-a"], _world.Client.Started.Select(id => id.Length > 18 ? id[..15] : id));
    }

    [Fact]
    public async Task MonitorBreached_TellsTheController()
    {
        await _world.PutAsync("policies/flights.json", World.Policy);
        _world.Client.Put(ControllerOrchestrator.Name, "controller-flights", OrchestrationRuntimeStatus.Running);
        await new MonitorBreached(_world.Host, NullLogger<MonitorBreached>.Instance).Run(new BinaryData(Breach), _world.Client, None);
        var (instance, name, payload) = Assert.Single(_world.Client.Raised);
        Assert.Equal(("controller-flights", "signal"), (instance, name));
        Assert.Contains("\"cause\":\"covariateShift\"", payload, StringComparison.Ordinal);
        Assert.Contains("azureml-monitor/run-7", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MonitorBreached_OfAnotherEvent_DoesNothing()
    {
        await new MonitorBreached(_world.Host, NullLogger<MonitorBreached>.Instance).Run(new BinaryData("""{"data":{"runStatus":"Completed"}}"""), _world.Client, None);
        Assert.Empty(_world.Client.Raised);
    }

    [Fact]
    public async Task Purge_ForgetsOldBatches_NeverControllers()
    {
        var old = _world.Clock.Now.AddDays(-8);
        _world.Client.Put("Batch", "batch-flights-a", OrchestrationRuntimeStatus.Completed, created: old);
        _world.Client.Put("Batch", "batch-flights-b", OrchestrationRuntimeStatus.Running, created: old);
        _world.Client.Put("Batch", "batch-flights-c", OrchestrationRuntimeStatus.Completed, created: _world.Clock.Now);
        _world.Client.Put("Labels", "labels-flights-d", OrchestrationRuntimeStatus.Failed, created: old);
        _world.Client.Put("Controller", "controller-flights", OrchestrationRuntimeStatus.Failed, created: old);
        await new Purge(_world.Clock, NullLogger<Purge>.Instance).Run(new TimerInfo(), _world.Client, None);
        Assert.Equal(["batch-flights-a", "labels-flights-d"], _world.Client.Purged);
    }

    [Theory]
    [InlineData("ListModels", 200)]
    [InlineData("Health", 200)]
    [InlineData("ShowModel", 404)]
    public async Task Routes_Answer(string name, int status)
    {
        var request = new DefaultHttpContext().Request;
        request.RouteValues["m"] = "flights";
        var function = FunctionTable.All.Single(function => function.Name == name).Method;
        var answer = await (Task<IResult>)function.Invoke(new HttpRoutes(_world.Host), [request, _world.Client])!;
        Assert.Equal(status, Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode);
    }
}
