using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Endpoints;

public sealed class ReadTests : IDisposable
{
    private const string Path = "/onlineEndpoints/flights";

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Endpoint_ReadsWithItsDeployments()
    {
        _bench.WithEndpoint(Bench.EndpointJson("""{"blue":90,"green":10,"old":0}""", """{"green":20}"""));
        var state = (await Get())!;
        Assert.Equal(Bench.Shares(("blue", 90), ("green", 10)), state.Traffic);
        Assert.Equal(Bench.Shares(("green", 20)), state.Mirror);
        Assert.Equal(["blue", "green"], state.Deployments.Keys);
        Assert.Equal(new DeploymentState("green", "2", DeploymentStatus.Ready), state.Deployments["green"]);
    }

    [Fact]
    public async Task EndpointWithoutTraffic_HasNone()
    {
        _bench.WithEndpoint(Bench.EndpointJson("null", "null"), Bench.List());
        var state = (await Get())!;
        Assert.Empty(state.Traffic);
        Assert.Empty(state.Mirror);
        Assert.Empty(state.Deployments);
    }

    [Theory]
    [InlineData("Succeeded", DeploymentStatus.Ready)]
    [InlineData("Creating", DeploymentStatus.Pending)]
    [InlineData("Updating", DeploymentStatus.Pending)]
    [InlineData("Scaling", DeploymentStatus.Pending)]
    [InlineData("Deleting", DeploymentStatus.Deleting)]
    [InlineData("Failed", DeploymentStatus.Failed)]
    [InlineData("Canceled", DeploymentStatus.Failed)]
    [InlineData("Rebooting", DeploymentStatus.Pending)] // a state that nobody knows yet is no end
    public void ProvisioningState_IsReadAs(string state, DeploymentStatus expected) => Assert.Equal(expected, DeploymentReading.StatusOf(state));

    [Theory]
    [InlineData("/subscriptions/s/resourceGroups/r/providers/Microsoft.MachineLearningServices/workspaces/w/models/flights/versions/12", "12")]
    [InlineData("azureml://registries/shared/models/flights/versions/3", "3")]
    [InlineData("azureml:flights:4", "4")]
    [InlineData("azureml://jobs/j/outputs/artifacts/paths/model/", null)]
    [InlineData("/var/azureml-app/model", null)]
    [InlineData(null, null)]
    public void ModelVersion_IsReadFromEachForm(string? model, string? version) => Assert.Equal(version, DeploymentReading.VersionOf(model));

    [Fact]
    public async Task MissingEndpoint_IsNull()
    {
        _bench.Service.On("GET", Path, () => Script.Error(404, "ResourceNotFound", $"The Resource 'Microsoft.MachineLearningServices/workspaces/ws/onlineEndpoints/flights' was not found."));
        Assert.Null(await Get());
    }

    [Fact]
    public async Task MissingEndpoint_CannotBeWrittenTo()
    {
        _bench.Service.On("GET", Path, () => Script.Error(404, "NotFound"));
        await Fails(AzureMLErrors.EndpointMissing, () => _bench.Workspace.Endpoints.SetTrafficAsync("flights", Bench.Shares(("blue", 100)), Bench.Shares(), default), "az ml online-endpoint list -g rg -w ws");
        await Fails(AzureMLErrors.EndpointMissing, () => _bench.Workspace.Endpoints.ScoreAsync("flights", null, "[]"u8.ToArray(), default), "'flights'");
    }

    [Theory]
    [InlineData("SubscriptionNotFound", "The subscription could not be found.")]
    [InlineData("ResourceGroupNotFound", "Resource group 'rg' could not be found.")]
    [InlineData("ResourceNotFound", "The Resource 'Microsoft.MachineLearningServices/workspaces/ws' under resource group 'rg' was not found.")]
    public async Task MissingWorkspace_IsNoMissingEndpoint(string code, string message)
    {
        _bench.Service.On("GET", Path, () => Script.Error(404, code, message));
        await Fails(AzureMLErrors.WorkspaceMissing, Get, $"subscription {Bench.Subscription}");
    }

    [Fact]
    public async Task ExpiredCredential_SaysHowToSignIn()
    {
        _bench.Service.On("GET", Path, () => Script.Error(401, "ExpiredAuthenticationToken", "The access token expiry UTC time is earlier than current UTC time."));
        await Fails(AzureMLErrors.Credential, Get, "az login");
    }

    [Fact]
    public async Task Forbidden_NamesActionAndRole()
    {
        _bench.Service.On("GET", Path, () => Script.Error(403, "AuthorizationFailed",
            "The client 'x' with object id 'y' does not have authorization to perform action 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read' over scope 'z'."));
        await Fails(AzureMLErrors.Forbidden, Get, "the action Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read", "the role 'AzureML Data Scientist' on the workspace ws");
    }

    [Fact]
    public async Task WrongRequest_RepeatsTheServicesWords()
    {
        _bench.Service.On("GET", Path, () => Script.Error(400, "InvalidApiVersionParameter", "The api-version '2024-10-01' is invalid."));
        await Fails(AzureMLErrors.Refused, Get, "InvalidApiVersionParameter", "The api-version '2024-10-01' is invalid");
    }

    [Theory]
    [InlineData("<html>Sign in to the hotel's network</html>")]
    [InlineData("[]")]
    [InlineData("{\"id\":")]
    public async Task AnswerOfAnotherKind_IsNotActedUpon(string body)
    {
        _bench.Service.On("GET", Path, body);
        await Fails(AzureMLErrors.Unreadable, Get, "cannot be read");
    }

    [Fact]
    public async Task ListOfManyPages_IsReadToItsEnd()
    {
        _bench.WithEndpoint();
        _bench.Service.On("GET", "/deployments",
            () => Script.Json($$"""{ "value": [{{Bench.DeploymentJson("blue")}}], "nextLink": "https://management.azure.com{{Bench.Endpoint}}/deployments?$skip=1" }"""),
            () => Script.Json(Bench.List(Bench.DeploymentJson("green"))));
        Assert.Equal(["blue", "green"], (await Get())!.Deployments.Keys);
    }

    [Fact]
    public async Task PageElsewhere_DoesNotGetTheToken()
    {
        _bench.WithEndpoint();
        _bench.Service.On("GET", "/deployments", """{ "value": [], "nextLink": "https://evil.example/deployments" }""");
        await Fails(AzureMLErrors.Unreadable, Get, "evil.example");
        Assert.DoesNotContain(_bench.Service.Requests, request => request.Address.Host == "evil.example");
    }

    [Fact]
    public async Task FailedDeployment_SaysWhy_FromOperationAndLog()
    {
        string failed = Bench.DeploymentJson("green", "Failed", more: """, "properties": { "AzureAsyncOperationUri": "https://management.azure.com/operations/9" }""");
        _bench.WithEndpoint(deployments: Bench.List(Bench.DeploymentJson("blue"), failed));
        _bench.Service.On("GET", "/operations/9", """{ "status": "Failed", "error": { "code": "ContainerCrashed", "message": "The container was restarted too often." } }""");
        _bench.Service.On("POST", "/green/getLogs", """{ "content": "starting\n\nModuleNotFoundError: No module named 'sklearn'\n" }""");
        var state = (await Get())!.Deployments["green"];
        Assert.Equal(DeploymentStatus.Failed, state.Status);
        Assert.Equal("ContainerCrashed: The container was restarted too often; its container's last words: starting | ModuleNotFoundError: No module named 'sklearn'", state.Reason);
    }

    [Fact]
    public async Task FailedDeployment_IsTold_WhenNothingSaysWhy()
    {
        _bench.WithEndpoint(deployments: Bench.List(Bench.DeploymentJson("green", "Failed")));
        _bench.Service.On("POST", "/green/getLogs", () => Script.Error(403, "AuthorizationFailed"));
        Assert.Contains("no reason", (await Get())!.Deployments["green"].Reason);
        _bench.Service.On("POST", "/green/getLogs", () => Script.Error(503, "ContainerGone"));
        Assert.Contains("no reason", (await Get())!.Deployments["green"].Reason);
        Assert.InRange(_bench.Clock.Passed.TotalSeconds, 1, 5); // and nobody waits long for it
    }

    [Fact]
    public async Task ServiceThatHangs_IsLeftAtTheDeadline()
    {
        _bench.Service.On("GET", Path, async (_, cancellation) =>
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(101));
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });
        var error = await Assert.ThrowsAsync<TransientException>(Get);
        Assert.Contains("100 seconds", error.Message);
    }

    [Fact]
    public async Task UnreachableService_IsTransient()
    {
        _bench.Service.On("GET", Path, () => throw new HttpRequestException("No such host is known."));
        var error = await Assert.ThrowsAsync<TransientException>(Get);
        Assert.Contains("management.azure.com cannot be reached: No such host is known", error.Message);
    }

    [Theory]
    [InlineData("a/../b")]
    [InlineData("a?x")]
    [InlineData(" ")]
    public async Task NameThatIsNoName_IsABug(string name) => await Assert.ThrowsAsync<ArgumentException>(() => _bench.Workspace.Endpoints.GetAsync(name, default));

    private Task<EndpointState?> Get() => _bench.Workspace.Endpoints.GetAsync("flights", default);

    private static async Task Fails(string code, Func<Task> act, params string[] words)
    {
        var error = await Assert.ThrowsAsync<AzureMLException>(act);
        Assert.Equal(code, error.Code);
        Assert.All(words, word => Assert.Contains(word, error.Message));
    }
}
