using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Contract;

/// <summary>Jobs and deployments that are real processes, against the emulator.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private EmulatorBench _bench = null!;

    public async Task InitializeAsync() => _bench = await EmulatorBench.StartAsync(TimeProvider.System);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Model_GoesFromItsJobToTheTraffic()
    {
        await Submit("job-1", "--say late");
        await Submit("job-1", "--say something-else"); // the same name: nothing happens
        Assert.Equal("1", (await Ended("job-1")).ModelVersion);
        Assert.Equal("1", (await Ended("job-1")).ModelVersion);
        await Submit("job-2", "--say \"on time\"");
        Assert.Equal("2", (await Ended("job-2")).ModelVersion);
        Assert.Equal("late".Length, (await _bench.Workspace.Models.GetAsync("flights", "1", default))!.ArtifactBytes);
        Assert.Null(await _bench.Workspace.Models.GetAsync("flights", "3", default));

        var request = new DeploymentRequest("red", "flights", "1") { InstanceType = "Standard_DS3_v2" };
        await _bench.Workspace.Endpoints.DeployAsync("flights", request, default);
        await _bench.Workspace.Endpoints.DeployAsync("flights", request, default); // while it is being made
        Assert.Equal(new DeploymentState("red", "1", DeploymentStatus.Ready), await Settled("red"));
        await _bench.SetAsync(("red", 100));
        var result = await _bench.Workspace.Endpoints.ScoreAsync("flights", null, "[{},{}]"u8.ToArray(), default);
        Assert.Equal("red", result.Deployment);
        Assert.Equal([new RowPrediction("late", 0.5), new RowPrediction("late", 0.5)], result.Predictions.ToArray());

        await _bench.Workspace.Endpoints.DeployAsync("flights", request with { ModelVersion = "2" }, default);
        await _bench.UntilAsync(() => Read("red"), deployment => deployment == new DeploymentState("red", "2", DeploymentStatus.Ready));
    }

    [Fact]
    public async Task WarmStart_FindsTheChampionsFolder_AndTheManifest()
    {
        await Submit("job-1", "--say champion");
        string version = (await Ended("job-1")).ModelVersion!;
        await _bench.Store.WriteAsync("state/flights/datasets/abc.json", "{}"u8.ToArray(), WriteCondition.Always, default);
        var request = Request("job-2", "") with { Mode = TrainingMode.WarmStart, WarmStartFrom = version, SearchTrials = 3 };
        string command = "cp ${{inputs.champion}}/answer ${{outputs.model}}/champion && cp ${{inputs.training}}/${{inputs.manifest}} ${{outputs.model}}/manifest && test ${{inputs.trials}} = 3";
        await _bench.Workspace.Jobs.SubmitAsync(request with { Job = new TrainingJobOptions { Command = command } }, default);
        var ended = await Ended("job-2");
        Assert.Equal((TrainingJobStatus.Completed, "2"), (ended.Status, ended.ModelVersion));
        Assert.Equal("champion".Length + "{}".Length, (await _bench.Workspace.Models.GetAsync("flights", "2", default))!.ArtifactBytes);
    }

    [Fact]
    public async Task JobThatEndsWellWithoutAModel_HasNoVersion()
    {
        await Submit("job-1", "");
        var ended = await Ended("job-1");
        Assert.Equal(new TrainingJobState("job-1", TrainingJobStatus.Completed) { EndedAt = ended.EndedAt }, ended);
        Assert.NotNull(ended.EndedAt);
    }

    [Fact]
    public async Task JobThatFails_SaysHow()
    {
        await Submit("job-1", "--exit 3");
        var ended = await Ended("job-1");
        Assert.Equal(TrainingJobStatus.Failed, ended.Status);
        Assert.Contains("exit code 3", ended.Reason);
    }

    [Fact]
    public async Task JobBeyondItsLimit_IsEndedByThePlatform()
    {
        await _bench.Workspace.Jobs.SubmitAsync(Request("job-1", "") with { Job = new TrainingJobOptions { Command = "sleep 600" }, TimeLimit = TimeSpan.FromMilliseconds(100) }, default);
        Assert.Equal(TrainingJobStatus.Canceled, (await Ended("job-1")).Status);
    }

    [Fact]
    public async Task JobThatIsCancelled_Ends_AndMayBeCancelledAgain()
    {
        await _bench.Workspace.Jobs.SubmitAsync(Request("job-1", "") with { Job = new TrainingJobOptions { Command = "sleep 600" } }, default);
        await _bench.Workspace.Jobs.CancelAsync("job-1", default);
        Assert.Equal(TrainingJobStatus.Canceled, (await Ended("job-1")).Status);
        await _bench.Workspace.Jobs.CancelAsync("job-1", default);
        await _bench.Workspace.Jobs.CancelAsync("never-submitted", default);
    }

    [Fact]
    public async Task DeploymentInACrashLoop_Fails_WithItsLastWords()
    {
        await _bench.Store.WriteAsync("models/flights/by-hand/dead", "1"u8.ToArray(), WriteCondition.Always, default);
        await _bench.PutAsync("/models/flights/versions/1", """{ "properties": { "modelUri": "azureml://datastores/homeostat/paths/models/flights/by-hand/", "modelType": "custom_model" } }""");
        await _bench.Workspace.Endpoints.DeployAsync("flights", new DeploymentRequest("red", "flights", "1") { InstanceType = "Standard_DS3_v2" }, default);
        var state = await Settled("red");
        Assert.Equal(DeploymentStatus.Failed, state.Status);
        Assert.Contains("This model is dead", state.Reason);
        Assert.Equal("blue:100", await _bench.ReadTrafficAsync());
    }

    [Fact]
    public async Task ModelThatHangs_IsLeft_AtOurDeadline()
    {
        await _bench.Store.WriteAsync("models/flights/by-hand/slow", "1"u8.ToArray(), WriteCondition.Always, default);
        await _bench.PutAsync("/models/flights/versions/1", """{ "properties": { "modelUri": "azureml://datastores/homeostat/paths/models/flights/by-hand/", "modelType": "custom_model" } }""");
        await _bench.Workspace.Endpoints.DeployAsync("flights", new DeploymentRequest("red", "flights", "1") { InstanceType = "Standard_DS3_v2" }, default);
        await Settled("red");
        var impatient = _bench.Connect(_bench.Options with { ScoringDeadline = TimeSpan.FromSeconds(1) });
        Assert.Equal(504, (await impatient.Endpoints.ScoreAsync("flights", "red", "[{}]"u8.ToArray(), default)).Status);
    }

    private static TrainingJobRequest Request(string name, string arguments) =>
        new(name, "flights", new TrainingJobOptions { Command = $"{EmulatorBench.Program} train --output ${{{{outputs.model}}}} {arguments}" }, "state/flights/datasets/abc.json") { DataHash = "abc" };

    private Task Submit(string name, string arguments) => _bench.Workspace.Jobs.SubmitAsync(Request(name, arguments), default);

    private async Task<TrainingJobState> Ended(string name) =>
        (await _bench.UntilAsync(() => _bench.Workspace.Jobs.GetAsync(name, default), job => job is { Status: not TrainingJobStatus.Running }))!;

    private Task<DeploymentState> Settled(string name) => _bench.UntilAsync(() => Read(name), deployment => deployment.Status != DeploymentStatus.Pending);

    private async Task<DeploymentState> Read(string name) => (await _bench.Workspace.Endpoints.GetAsync("flights", default))!.Deployments[name];
}
