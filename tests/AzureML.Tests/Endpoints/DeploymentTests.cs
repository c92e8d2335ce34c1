using System.Text.Json.Nodes;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Endpoints;

public sealed class DeploymentTests : IDisposable
{
    private static readonly DeploymentRequest _request = new("red", "flights", "3") { InstanceType = "Standard_F4s_v2", InstanceCount = 2 };

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task NewDeployment_IsMadeLikeTheOneWithTheTraffic()
    {
        string champion = Bench.DeploymentJson("blue", more: """
            , "environmentId": "/e/1", "codeConfiguration": { "codeId": "/c/1", "scoringScript": "score.py" }, "requestSettings": { "requestTimeout": "PT5S" },
            "description": "the first", "properties": { "AzureAsyncOperationUri": "https://x" },
            "dataCollector": { "rollingRate": "Hour", "collections": { "model_inputs": { "dataCollectionMode": "Enabled", "dataId": "/data/flights-blue-model_inputs/versions/1" } } }
            """);
        Deployable(Bench.DeploymentJson("amber"), champion);
        await Deploy(_request);
        var put = Assert.Single(_bench.Service.Of("PUT"));
        Assert.EndsWith("/deployments/red", put.Address.AbsolutePath);
        var expected = JsonNode.Parse($$"""
            {
              "location": "westeurope", "tags": { "homeostat": "made by the loop" }, "sku": { "name": "Default", "capacity": 2 },
              "properties": {
                "endpointComputeType": "Managed", "environmentId": "/e/1", "codeConfiguration": { "codeId": "/c/1", "scoringScript": "score.py" },
                "requestSettings": { "requestTimeout": "PT5S" },
                "dataCollector": { "rollingRate": "Hour", "collections": { "model_inputs": { "dataCollectionMode": "Enabled" } } },
                "model": "{{Bench.Root}}/models/flights/versions/3", "instanceType": "Standard_F4s_v2"
              }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, put.Json), put.Body);
    }

    [Fact]
    public async Task WhatTheRequestNames_GoesBeforeTheChampions()
    {
        Deployable(Bench.DeploymentJson("blue", more: """, "environmentId": "/e/1" """));
        await Deploy(_request with { Environment = "azureml:serving:4", Code = "scoring:2", ScoringScript = "main.py" });
        var properties = Assert.Single(_bench.Service.Of("PUT")).Json["properties"]!;
        Assert.Equal($"{Bench.Root}/environments/serving/versions/4", properties["environmentId"]!.GetValue<string>());
        Assert.Equal($"{Bench.Root}/codes/scoring/versions/2", properties["codeConfiguration"]!["codeId"]!.GetValue<string>());
        Assert.Equal("main.py", properties["codeConfiguration"]!["scoringScript"]!.GetValue<string>());
    }

    [Fact]
    public async Task FirstDeployment_NeedsNoOther_AndCollects()
    {
        Deployable();
        await Deploy(_request);
        var properties = Assert.Single(_bench.Service.Of("PUT")).Json["properties"]!;
        Assert.Equal("Managed", properties["endpointComputeType"]!.GetValue<string>());
        foreach (string collection in new[] { "model_inputs", "model_outputs" })
            Assert.Equal("Enabled", properties["dataCollector"]!["collections"]![collection]!["dataCollectionMode"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Payloads_AreCollected_WhereThePolicyReadsThem(bool first)
    {
        Deployable(first ? [] : [Bench.DeploymentJson("blue", more: """, "dataCollector": { "rollingRate": "Hour", "collections": { "response": { "dataCollectionMode": "Enabled", "samplingRate": 0.5 } } } """)]);
        await Deploy(_request with { Payloads = true });
        var collections = Assert.Single(_bench.Service.Of("PUT")).Json["properties"]!["dataCollector"]!["collections"]!.AsObject();
        Assert.Equal(["request", "response"], collections.Select(collection => collection.Key).Order());
        Assert.Equal(first ? 1.0 : 0.5, collections["response"]!["samplingRate"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("Creating")]
    [InlineData("Succeeded")]
    public async Task AskedAgain_NothingIsWritten(string state)
    {
        Deployable(Bench.DeploymentJson("blue"), Bench.DeploymentJson("red", state, "3").Replace("\"capacity\": 1", "\"capacity\": 2"));
        await Deploy(_request);
        Assert.Empty(_bench.Service.Of("PUT"));
    }

    [Theory]
    [InlineData("Failed", "3")]
    [InlineData("Succeeded", "2")]
    public async Task FailedOrOfAnotherVersion_IsWrittenAgain(string state, string version)
    {
        Deployable(Bench.DeploymentJson("blue"), Bench.DeploymentJson("red", state, version).Replace("\"capacity\": 1", "\"capacity\": 2"));
        await Deploy(_request);
        Assert.EndsWith("/versions/3", Assert.Single(_bench.Service.Of("PUT")).Json["properties"]!["model"]!.GetValue<string>());
    }

    [Fact]
    public async Task Deploy_ReturnsWhileTheServiceIsAtIt()
    {
        Deployable(Bench.DeploymentJson("blue"));
        await Deploy(_request); // nothing was scripted for the operation: asking about it would fail
        Assert.Equal(TimeSpan.Zero, _bench.Clock.Passed);
    }

    [Fact]
    public async Task Delete_OfLiveTraffic_IsRefusedHere()
    {
        _bench.WithEndpoint();
        var error = await Assert.ThrowsAsync<AzureMLException>(() => _bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "blue", default));
        Assert.Equal(AzureMLErrors.LiveTraffic, error.Code);
        Assert.Contains("100 %", error.Message);
        Assert.Empty(_bench.Service.Of("DELETE"));
    }

    [Theory]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(404)]
    public async Task Delete_IsDoneWhenTaken_AndWhenThereIsNothing(int status)
    {
        _bench.WithEndpoint();
        _bench.Service.On("DELETE", "/deployments/green", () => status == 404 ? Script.Error(404, "NotFound") : Script.Json("", status, ("Location", "https://management.azure.com/operations/5"), ("Retry-After", "10")));
        await _bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "green", default);
        Assert.Single(_bench.Service.Of("DELETE"));
        Assert.Equal(TimeSpan.Zero, _bench.Clock.Passed);
    }

    [Fact]
    public async Task Delete_AtAMissingEndpoint_DoesNothing()
    {
        _bench.Service.On("GET", "/onlineEndpoints/flights", () => Script.Error(404, "NotFound"));
        await _bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "green", default);
    }

    private void Deployable(params string[] deployments)
    {
        _bench.WithEndpoint(deployments: Bench.List(deployments));
        _bench.Service.On("PUT", "/deployments/red", () => Script.Json(Bench.DeploymentJson("red", "Creating"), 201, ("Azure-AsyncOperation", "https://management.azure.com/operations/never-asked")));
    }

    private Task Deploy(DeploymentRequest request) => _bench.Workspace.Endpoints.DeployAsync("flights", request, default);
}
