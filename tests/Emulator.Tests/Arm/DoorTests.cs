using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Arm;

public sealed class DoorTests(DoorTests.Shared shared) : IClassFixture<DoorTests.Shared>
{
    [Theory]
    [InlineData(null, "AuthenticationFailed")]
    [InlineData("", "AuthenticationFailed")]
    [InlineData("any", null)]
    public async Task Token_IsRequired_AnyWillDo(string? token, string? code)
    {
        var answer = await shared.Emulator.Wire.SendAsync("GET", shared.Emulator.Wire.At(""), token: token);
        Assert.Equal(code, answer.Code);
        if (code is not null) Assert.StartsWith("Bearer", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "MissingApiVersionParameter")]
    [InlineData("2020-01-01", "NoRegisteredProviderFound")]
    [InlineData("2024-10-01", null)]
    [InlineData("2025-12-01", null)]
    public async Task Version_MustBeOneThatIsEmulated(string? version, string? code) =>
        Assert.Equal(code, (await shared.Emulator.Wire.SendAsync("GET", shared.Emulator.Wire.At("onlineEndpoints", version))).Code);

    [Theory]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/emulator/providers/Microsoft.MachineLearningServices/workspaces/emulator", "SubscriptionNotFound")]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other/providers/Microsoft.MachineLearningServices/workspaces/emulator", "ResourceGroupNotFound")]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/emulator/providers/Microsoft.MachineLearningServices/workspaces/other/jobs", "ResourceNotFound")]
    [InlineData("/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000001/RESOURCEGROUPS/Emulator/providers/microsoft.machinelearningservices/workspaces/EMULATOR", null)]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Storage", "NotEmulated")]
    public async Task Scope_IsOneWorkspace_WithoutCase(string path, string? code) =>
        Assert.Equal(code, (await shared.Emulator.Wire.GetAsync(path)).Code);

    [Fact]
    public async Task Host_ThatIsNotLoopback_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, shared.Emulator.Wire.At("")) { Headers = { Host = "evil.example" } };
        using var response = await shared.Emulator.Wire.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task Provider_TellsVersions_ForClientsThatAsk()
    {
        var provider = await shared.Emulator.Wire.GetAsync("/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.MachineLearningServices");
        Assert.Contains(provider.Body!["resourceTypes"]!.AsArray(), type => type!["resourceType"]!.GetValue<string>() == "workspaces/onlineEndpoints" && type["apiVersions"]![0]!.GetValue<string>() == "2025-12-01");
    }

    public sealed class Shared : IAsyncLifetime
    {
        internal RunningEmulator Emulator { get; private set; } = null!;

        public async Task InitializeAsync() => Emulator = await RunningEmulator.StartAsync();

        public Task DisposeAsync() => Emulator.DisposeAsync().AsTask();
    }
}
