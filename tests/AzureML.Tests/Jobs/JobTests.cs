using System.Text.Json.Nodes;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Jobs;

public sealed class JobTests : IDisposable
{
    private const string Name = "flights-drift-0123456789abcdef", Path = "/jobs/" + Name, Artifact = $"models/flights/{Name}/";

    private static readonly TrainingJobRequest _request = new(Name, "flights", new TrainingJobOptions { Command = "python train.py ${{inputs.training}}", Environment = "azureml:sklearn:3" }, "state/flights/datasets/abc.json")
    {
        DataHash = "abc", SearchTrials = 5, TimeLimit = TimeSpan.FromHours(1.5),
    };

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Job_IsSubmitted_WithDataModelAndLimits()
    {
        New();
        await Submit(_request);
        var put = Assert.Single(_bench.Service.Of("PUT"));
        var expected = JsonNode.Parse($$$"""
            {
              "properties": {
                "jobType": "Command", "command": "python train.py ${{inputs.training}}", "experimentName": "flights", "displayName": "{{{Name}}}",
                "environmentId": "{{{Bench.Root}}}/environments/sklearn/versions/3",
                "inputs": {
                  "training": { "jobInputType": "uri_folder", "uri": "azureml://datastores/homeostat/paths/", "mode": "ReadOnlyMount" },
                  "manifest": { "jobInputType": "literal", "value": "state/flights/datasets/abc.json" },
                  "trials": { "jobInputType": "literal", "value": "5" }
                },
                "outputs": { "model": { "jobOutputType": "custom_model", "uri": "azureml://datastores/homeostat/paths/{{{Artifact}}}", "mode": "ReadWriteMount" } },
                "tags": { "homeostat.model": "flights", "homeostat.data": "abc" },
                "resources": { "instanceCount": 1, "instanceType": "Standard_DS3_v2" },
                "limits": { "jobLimitsType": "Command", "timeout": "PT1H30M" }
              }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, put.Json), put.Body);
    }

    [Fact]
    public async Task WarmStart_HandsOverTheChampion()
    {
        New();
        _bench.Service.On("GET", "/models/flights/versions/4", """{ "name": "4", "properties": { "modelUri": "azureml://datastores/homeostat/paths/models/flights/old/" } }""");
        await Submit(_request with { Mode = TrainingMode.WarmStart, WarmStartFrom = "4" });
        Assert.Equal("azureml://datastores/homeostat/paths/models/flights/old/", Put()["inputs"]!["champion"]!["uri"]!.GetValue<string>());
    }

    [Fact]
    public async Task Compute_IsNamed_OrServerless()
    {
        New();
        await Submit(_request with { Job = _request.Job with { Compute = "cpu-cluster" } });
        Assert.Equal($"{Bench.Root}/computes/cpu-cluster", Put()["computeId"]!.GetValue<string>());
        Assert.Null(Put()["resources"]);
    }

    [Fact]
    public async Task PolicyWithoutCommand_RunsTheBuiltInTrainer()
    {
        _bench.Options = _bench.Options with { Trainer = new TrainingJobOptions { Command = "homeostat-train", Environment = "trainer:1" } };
        New();
        await Submit(_request with { Job = new TrainingJobOptions() });
        Assert.Equal("homeostat-train", Put()["command"]!.GetValue<string>());
        Assert.Equal($"{Bench.Root}/environments/trainer/versions/1", Put()["environmentId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("4")]
    public async Task NoCommandAnywhere_RunsTheReferenceModelsTrainer(string? champion)
    {
        New();
        _bench.Service.On("GET", "/models/flights/versions/4", """{ "name": "4", "properties": { "modelUri": "azureml://datastores/homeostat/paths/models/flights/old/" } }""");
        await Submit(_request with { Job = new TrainingJobOptions(), WarmStartFrom = champion });
        string command = Put()["command"]!.GetValue<string>();
        Assert.StartsWith("homeostat model train --data ${{inputs.training}}/${{inputs.manifest}} --root ${{inputs.training}} --output ${{outputs.model}}", command);
        Assert.Equal(champion is not null, command.EndsWith(" --champion ${{inputs.champion}}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FoldersOfTheirOwn_AreInputs_AndLieInOneTreeForTheTrainer()
    {
        _bench.Options = _bench.Options with { Folders = _bench.Options.Folders.Add("batches", "azureml://datastores/homeostat_batches/paths/") };
        New();
        await Submit(_request with { Job = new TrainingJobOptions() });
        Assert.Equal("azureml://datastores/homeostat_batches/paths/", Put()["inputs"]!["batches"]!["uri"]!.GetValue<string>());
        string command = Put()["command"]!.GetValue<string>();
        Assert.Contains("${{inputs.batches}} data/batches && homeostat model train --data data/${{inputs.manifest}} --root data ", command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondSubmission_ChangesNothing()
    {
        Is("Running");
        await Submit(_request);
        Assert.Empty(_bench.Service.Of("PUT"));
    }

    [Fact]
    public async Task SubmissionRaced_IsAsGoodAsItsOwn()
    {
        New();
        _bench.Service.On("GET", Path, () => Script.Error(404, "NotFound"), () => Script.Json(Job("Running")));
        _bench.Service.On("PUT", Path, () => Script.Error(409, "Conflict"));
        await Submit(_request);
        Assert.Single(_bench.Service.Of("PUT"));
    }

    [Theory]
    [InlineData("NotStarted", TrainingJobStatus.Running)]
    [InlineData("Queued", TrainingJobStatus.Running)]
    [InlineData("Finalizing", TrainingJobStatus.Running)]
    [InlineData("CancelRequested", TrainingJobStatus.Running)]
    [InlineData("NotResponding", TrainingJobStatus.Running)]
    [InlineData("Paused", TrainingJobStatus.Running)]
    [InlineData("Unknown", TrainingJobStatus.Running)]
    [InlineData("Completed", TrainingJobStatus.Completed)]
    [InlineData("Failed", TrainingJobStatus.Failed)]
    [InlineData("Canceled", TrainingJobStatus.Canceled)]
    public void Status_IsReadAs(string status, TrainingJobStatus expected) => Assert.Equal(expected, JobReading.StatusOf(status));

    [Theory]
    [InlineData("UserError", false)]
    [InlineData("ServiceError", true)]
    public async Task FailedJob_SaysWhy_AndWhetherItMayPass(string code, bool mayPass)
    {
        Is("Failed", $$""" , "error": { "code": "{{code}}", "message": "Exit code 3." } """);
        var state = (await Get())!;
        Assert.Equal(($"{code}: Exit code 3.", mayPass), (state.Reason, state.IsTransient));
    }

    [Fact]
    public async Task MissingJob_IsNull()
    {
        New();
        Assert.Null(await Get());
    }

    [Fact]
    public async Task CompletedWithoutModel_HasNoVersion_AndNothingIsRegistered()
    {
        Is("Completed");
        var state = (await Get())!;
        Assert.Equal((TrainingJobStatus.Completed, null), (state.Status, state.ModelVersion));
        Assert.Empty(_bench.Service.Of("PUT"));
    }

    [Theory]
    [InlineData("Completed", "2026-11-21T10:00:05Z", "2026-11-21T10:00:05+00:00")]
    [InlineData("Failed", "2026-11-21 10:00:05", "2026-11-21T10:00:05+00:00")]
    [InlineData("Completed", "soon", null)]
    [InlineData("Running", "2026-11-21T10:00:05Z", null)]
    public void End_IsToldWhereTheServiceTellsIt(string status, string told, string? expected)
    {
        var state = JobReading.Of(Name, new JsonObject { ["status"] = status, ["properties"] = new JsonObject { ["EndTimeUtc"] = told } });
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), state.EndedAt);
    }

    [Fact]
    public async Task CompletedWithModel_IsRegisteredAsTheNextNumber()
    {
        await Left();
        Is("Completed");
        _bench.Service.On("GET", "/models/flights/versions", """{ "value": [ { "name": "9", "properties": {} }, { "name": "10", "properties": {} }, { "name": "beta", "properties": {} } ] }""");
        Registers("11");
        Assert.Equal("11", (await Get())!.ModelVersion);
        var body = Put();
        Assert.Equal($"azureml://datastores/homeostat/paths/{Artifact}", body["modelUri"]!.GetValue<string>());
        Assert.Equal(("custom_model", Name), (body["modelType"]!.GetValue<string>(), body["jobName"]!.GetValue<string>()));
    }

    [Fact]
    public async Task FirstModelOfAll_IsNumberOne()
    {
        await Left();
        Is("Completed");
        _bench.Service.On("GET", "/models/flights/versions", () => Script.Error(404, "NotFound"));
        Registers("1");
        Assert.Equal("1", (await Get())!.ModelVersion);
    }

    [Fact]
    public async Task RegisteredAlready_IsTheSameVersion()
    {
        await Left();
        Is("Completed");
        _bench.Service.On("GET", "/models/flights/versions", $$"""{ "value": [ { "name": "11", "properties": { "tags": { "homeostat.job": "{{Name}}" } } }, { "name": "12", "properties": {} } ] }""");
        Assert.Equal("11", (await Get())!.ModelVersion);
        Assert.Empty(_bench.Service.Of("PUT"));
    }

    [Theory]
    [InlineData(409)] // the registry refuses a number that is taken
    [InlineData(200)] // or it does not, and who came first stays
    public async Task NumberTakenInBetween_TheNextOneIsTaken(int status)
    {
        await Left();
        Is("Completed");
        _bench.Service.On("GET", "/models/flights/versions", () => Script.Json("""{ "value": [] }"""), () => Script.Json("""{ "value": [ { "name": "1", "properties": {} } ] }"""));
        Registers("2");
        _bench.Service.On("PUT", "/models/flights/versions/1", () => status == 409 ? Script.Error(409, "Conflict") : Script.Json("{}"));
        _bench.Service.On("GET", "/models/flights/versions/1", """{ "name": "1", "properties": { "tags": { "homeostat.job": "another" } } }""");
        Assert.Equal("2", (await Get())!.ModelVersion);
    }

    [Fact]
    public async Task Cancel_IsSent_OnlyToAJobThatRuns()
    {
        Is("Running");
        _bench.Service.On("POST", Path + "/cancel", () => Script.Json("", 202, ("Location", "https://management.azure.com/x")));
        await _bench.Workspace.Jobs.CancelAsync(Name, default);
        Assert.Single(_bench.Service.Of("POST"));
        Is("Completed");
        await _bench.Workspace.Jobs.CancelAsync(Name, default);
        Assert.Single(_bench.Service.Of("POST"));
    }

    [Fact]
    public async Task Cancel_OfOneThatJustEnded_DoesNothing()
    {
        _bench.Service.On("GET", Path, () => Script.Json(Job("Running")), () => Script.Json(Job("Completed")));
        _bench.Service.On("POST", Path + "/cancel", () => Script.Error(400, "UserError", "The job has ended."));
        await _bench.Workspace.Jobs.CancelAsync(Name, default);
    }

    private void New()
    {
        _bench.Service.On("GET", Path, () => Script.Error(404, "NotFound"));
        _bench.Service.On("PUT", Path, () => Script.Json(Job("NotStarted"), 201));
    }

    private void Is(string status, string more = "") => _bench.Service.On("GET", Path, Job(status, more));

    private static string Job(string status, string more = "") => $$"""
        { "name": "{{Name}}", "properties": { "jobType": "Command", "status": "{{status}}", "tags": { "homeostat.model": "flights" },
          "outputs": { "model": { "jobOutputType": "custom_model", "uri": "azureml://datastores/homeostat/paths/{{Artifact}}" } } {{more}} } }
        """;

    private void Registers(string version)
    {
        _bench.Service.On("PUT", "/models/flights/versions/" + version, () => Script.Json("{}", 201));
        _bench.Service.On("GET", "/models/flights/versions/" + version, $$"""{ "name": "{{version}}", "properties": { "tags": { "homeostat.job": "{{Name}}" } } }""");
    }

    private Task<string?> Left() => _bench.Store.WriteAsync(Artifact + "model.json", "{}"u8.ToArray(), WriteCondition.Always, default);

    private JsonObject Put() => (JsonObject)_bench.Service.Of("PUT").Last().Json["properties"]!;

    private Task Submit(TrainingJobRequest request) => _bench.Workspace.Jobs.SubmitAsync(request, default);

    private Task<TrainingJobState?> Get() => _bench.Workspace.Jobs.GetAsync(Name, default);
}
