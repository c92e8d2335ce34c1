using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task Job_RunsItsCommand_AndItsOutputBecomesAVersion()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        string data = Path.Combine(emulator.Options.StateFolder, "storage", "data", "a folder");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "rows.csv"), "age\n24\n");
        var accepted = await emulator.Wire.PutAsync("jobs/retrain-1", Job(
            """cp "$AZURE_ML_INPUT_training/rows.csv" ${{outputs.model}}/ && echo ${{inputs.rate}} > ${{outputs.model}}/answer""", asset: "flights",
            inputs: """ "training": { "jobInputType": "uri_folder", "uri": "azureml://datastores/workspaceblobstore/paths/data/a folder" }, "rate": { "jobInputType": "literal", "value": "0.1" } """));
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        Assert.Equal("NotStarted", accepted.Text("properties.status"));

        var end = await EndAsync(emulator, "retrain-1");
        Assert.Equal("Completed", end.Text("properties.status"));
        Assert.Equal("azureml://datastores/workspaceblobstore/paths/azureml/retrain-1/model/", end.Text("properties.outputs.model.uri"));
        Assert.Equal("1", (await emulator.Wire.GetAsync("models/flights")).Text("properties.latestVersion"));
        var version = await emulator.Wire.GetAsync("models/flights/versions/1");
        Assert.Equal("azureml://jobs/retrain-1/outputs/model", version.Text("properties.modelUri"));
        Assert.Equal("retrain-1", version.Text("properties.jobName"));
        Assert.Equal("0.1\n", await File.ReadAllTextAsync(Path.Combine(emulator.Options.StateFolder, "storage", "azureml", "retrain-1", "model", "answer")));
    }

    [Theory]
    [InlineData("azureml://jobs/retrain-1/outputs/model")]
    [InlineData("azureml://jobs/retrain-1/outputs/model/paths/")]
    [InlineData("azureml://jobs/retrain-1/outputs/artifacts/paths/model/")]
    [InlineData("azureml://datastores/workspaceblobstore/paths/azureml/retrain-1/model/")]
    public async Task Output_IsFoundByEachOfItsAddresses(string uri)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/retrain-1", Job("echo late > ${{outputs.model}}/answer"));
        await EndAsync(emulator, "retrain-1");
        await emulator.MakeEndpointAsync("credit");
        Assert.Equal(HttpStatusCode.Created, (await emulator.Wire.PutAsync("models/flights/versions/7", $$"""{ "properties": { "modelUri": "{{uri}}" } }""")).Status);
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit/deployments/blue", Bodies.Deployment($"\"model\": \"{emulator.Server.WorkspaceId}/models/flights/versions/7\""));
        Assert.Equal("late\n", (await (await Scorer.OfAsync(emulator, "credit")).ScoreAsync(headers: ("azureml-model-deployment", "blue"))).Text("0.prediction"));
    }

    [Fact]
    public async Task Job_ThatFails_TellsItsExitCodeAndTheEndOfItsOutput()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/bad", Job("echo out of memory; exit 7"));
        var end = await EndAsync(emulator, "bad");
        Assert.Equal("Failed", end.Text("properties.status"));
        Assert.Equal("7", Own(end, "exitCode"));
        Assert.Contains("out of memory", Own(end, "remark"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_ThatLeavesNoModel_IsCompletedAndSaysSo_AndNothingIsRegistered()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/empty", Job("true", asset: "flights"));
        var end = await EndAsync(emulator, "empty");
        Assert.Equal("Completed", end.Text("properties.status"));
        Assert.Contains("left no file", Own(end, "remark"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Wire.GetAsync("models/flights")).Status);
        var register = await emulator.Wire.PutAsync("models/flights/versions/1", """{ "properties": { "modelUri": "azureml://jobs/empty/outputs/model" } }""");
        Assert.Equal(HttpStatusCode.BadRequest, register.Status);
        Assert.Contains("no file", register.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_AJobThatIsThere_IsTheSameJob_AndAnotherContentIsRefused()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/once", Job("echo run >> ${{outputs.model}}/runs"));
        await EndAsync(emulator, "once");
        var again = await emulator.Wire.PutAsync("jobs/once", Job("echo run >> ${{outputs.model}}/runs"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("Completed", again.Text("properties.status"));
        var other = await emulator.Wire.PutAsync("jobs/once", Job("echo other >> ${{outputs.model}}/runs"));
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.Contains("'command'", other.Message, StringComparison.Ordinal);
        Assert.Equal("run\n", await File.ReadAllTextAsync(Path.Combine(emulator.Options.StateFolder, "storage", "azureml", "once", "model", "runs")));
    }

    [Fact]
    public async Task Job_Cancelled_IsCanceledAndItsProcessGone()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/long", Job("sleep 1000"));
        await Wire.UntilAsync(() => emulator.Wire.GetAsync("jobs/long"), job => job.Text("properties.status") == "Running");
        Assert.Equal(HttpStatusCode.OK, (await emulator.Wire.PostAsync("jobs/long/cancel")).Status);
        Assert.Equal("Canceled", (await EndAsync(emulator, "long")).Text("properties.status"));
        Assert.Equal(HttpStatusCode.OK, (await emulator.Wire.PostAsync("jobs/long/cancel")).Status);
    }

    [Fact]
    public async Task Job_BeyondItsLimit_IsCanceled()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/long", Job("sleep 1000", more: """ "limits": { "jobLimitsType": "Command", "timeout": "PT0.1S" } """));
        var end = await EndAsync(emulator, "long");
        Assert.Equal("Canceled", end.Text("properties.status"));
        Assert.Contains("limit", Own(end, "remark"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_InterruptedByTheEmulatorsEnd_StartsAnewWithFreshFolders()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        string go = Path.Combine(emulator.Options.StateFolder, "go");
        await emulator.Wire.PutAsync("jobs/long", Job($"echo run >> ${{{{outputs.model}}}}/runs; while [ ! -f '{go}' ]; do sleep 0.01; done"));
        await Wire.UntilAsync(() => emulator.Wire.GetAsync("jobs/long"), job => job.Text("properties.status") == "Running");
        await emulator.RestartAsync();
        await File.WriteAllTextAsync(go, "");
        Assert.Equal("Completed", (await EndAsync(emulator, "long")).Text("properties.status"));
        Assert.Equal("run\n", await File.ReadAllTextAsync(Path.Combine(emulator.Options.StateFolder, "storage", "azureml", "long", "model", "runs")));
    }

    [Fact]
    public async Task Tools_AreOnThePathOfJobs()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Tools = o.Tools.Add("trainer", TestModel.Program) });
        await emulator.Wire.PutAsync("jobs/tool", Job("trainer train --output ${{outputs.model}} --say late"));
        Assert.Equal("Completed", (await EndAsync(emulator, "tool")).Text("properties.status"));
        Assert.True(File.Exists(Path.Combine(emulator.Options.StateFolder, "storage", "azureml", "tool", "model", "answer")));
    }

    [Theory]
    [InlineData("""{ "properties": { "jobType": "Sweep", "command": "true" } }""", "Only command jobs")]
    [InlineData("""{ "properties": { "jobType": "Command" } }""", "command line")]
    [InlineData("""{ "properties": { "jobType": "Command", "command": "x ${{inputs.data}}" } }""", "${{inputs.data}}")]
    [InlineData("""{ "properties": { "jobType": "Command", "command": "x", "outputs": { "../up": {} } } }""", "no name")]
    [InlineData("""{ "properties": { "jobType": "Command", "command": "x", "limits": { "timeout": "2 hours" } } }""", "ISO 8601")]
    public async Task Put_AJobThatIsWrong_Is400(string body, string says)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var refused = await emulator.Wire.PutAsync("jobs/wrong", body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("azureml://datastores/workspaceblobstore/paths/nowhere", "there is nothing")]
    [InlineData("azureml://datastores/workspaceblobstore/paths/../../etc", "not emulated")]
    [InlineData("https://example.com/data.csv", "not emulated")]
    public async Task Job_WithoutItsData_FailsBeforeItStarts(string uri, string says)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.Wire.PutAsync("jobs/blind", Job("cat ${{inputs.training}}", inputs: $$""" "training": { "jobInputType": "uri_folder", "uri": "{{uri}}" } """));
        var end = await EndAsync(emulator, "blind");
        Assert.Equal("Failed", end.Text("properties.status"));
        Assert.Contains(says, Own(end, "remark"), StringComparison.Ordinal);
    }

    private static string Job(string command, string? asset = null, string inputs = "", string more = "") => $$"""
        { "properties": { "jobType": "Command", "command": {{System.Text.Json.JsonSerializer.Serialize(command)}}, "inputs": { {{inputs}} },
          "outputs": { "model": { "jobOutputType": "custom_model"{{(asset is null ? "" : $", \"assetName\": \"{asset}\"")}} } }{{(more.Length == 0 ? "" : ", " + more)}} } }
        """;

    private static Task<WireAnswer> EndAsync(RunningEmulator emulator, string job) =>
        Wire.UntilAsync(() => emulator.Wire.GetAsync($"jobs/{job}"), read => read.Text("properties.status") is "Completed" or "Failed" or "Canceled");

    private static string? Own(WireAnswer job, string name) => job.Body!["properties"]!["properties"]![$"emulator.{name}"]?.GetValue<string>();
}
