using Azure.Core;
using Azure.Identity;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Tests.Shared;

namespace Homeostat.AzureML.Tests;

public sealed class OptionsTests
{
    private static readonly AzureMLOptions _options = new() { Subscription = Bench.Subscription, ResourceGroup = "rg", Workspace = "ws" };

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        Assert.Empty(_options.Problems());
        Assert.Equal(("2024-10-01", "2024-02-01"), (_options.ApiVersion, _options.MetricsApiVersion));
        Assert.Equal("https://management.azure.com/", _options.ResourceManager.AbsoluteUri);
        Assert.Equal("azureml://datastores/homeostat/paths/", _options.DataRoot);
        Assert.Equal([100, 300, 60, 30], new[] { _options.CallDeadline, _options.OperationDeadline, _options.ReadBackDeadline, _options.ScoringDeadline }.Select(time => time.TotalSeconds));
    }

    [Fact]
    public void EveryProblem_IsToldAtOnce()
    {
        var wrong = _options with
        {
            Subscription = "mine", ResourceGroup = "", Workspace = " ", ResourceManager = new Uri("http://localhost:7000"), DataRoot = "azureml://datastores/x", PinnedCertificate = "ab:cd", CallDeadline = TimeSpan.Zero,
        };
        var error = Assert.Throws<AzureMLException>(() => new AzureMLWorkspace(wrong, new InMemoryBlobStore(), TimeProvider.System));
        Assert.Equal(AzureMLErrors.Options, error.Code);
        Assert.All(["Subscription is 'mine'", "ResourceGroup", "Workspace", "tokens are not sent in the clear", "must end in '/'", "64 digits", "CallDeadline"], word => Assert.Contains(word, error.Message));
    }

    [Fact]
    public async Task CredentialThatFails_IsTold()
    {
        using var bench = new Bench();
        bench.Options = bench.Options with { Credential = new Expired() };
        var error = await Assert.ThrowsAsync<AzureMLException>(() => bench.Workspace.Endpoints.GetAsync("flights", default));
        Assert.Equal(AzureMLErrors.Credential, error.Code);
        Assert.Contains("AADSTS700082", error.Message);
        Assert.Empty(bench.Service.Requests);
    }

    private sealed class Expired : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("AADSTS700082: The refresh token has expired due to inactivity.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
