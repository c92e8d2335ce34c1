using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>The checks of resources, events and secrets on broken samples; on infra itself they run in <see cref="BicepTests"/>.</summary>
public sealed class ResourceTests
{
    private const string Storage = "Microsoft.Storage/storageAccounts@2025-06-01";

    private const string Topic = "resource a 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {\n  name: 'n'\n  properties: {\n";

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts@1999-01-01", "name: 'n'", "type or version")]
    [InlineData("Microsoft.Storage/storageAcounts@2025-06-01", "name: 'n'", "type or version")]
    [InlineData(Storage, "name: 'n', location: 'l', sku: { name: 'Standard_LRS' }, kind: 'StorageV2', tag: {}", "'tag' is no member")]
    [InlineData(Storage, "name: 'n', location: 'l', sku: { name: 'Standard_LSR' }, kind: 'StorageV2'", "cannot be 'Standard_LSR'")]
    [InlineData(Storage, "name: 'n', location: 'l', sku: { name: 'Standard_LRS' }", "lacks 'kind'")]
    [InlineData(Storage, "name: 'n', location: 'l', sku: { name: 'Standard_LRS' }, kind: 'StorageV2', properties: { allowSharedKey: false }", "'allowSharedKey' is no member of 'properties'")]
    [InlineData(Storage, "name: 'n', location: 'l', sku: { name: 'Standard_LRS' }, kind: 'StorageV2', properties: { networkAcls: true ? { bypass: 'Azure', defaultAction: 'Deny' } : null }", "cannot be 'Azure'")]
    public void Resource_ThatItsProviderWouldRefuse_IsFound(string type, string members, string problem) => Found(ResourceChecks.Check(Sample($"resource a '{type}' = {{ {members} }}")), problem);

    [Fact]
    public void ExistingResource_NeedsItsNameOnly() => Assert.Empty(ResourceChecks.Check(Sample($"resource a '{Storage}' existing = {{ name: 'n' }}")));

    [Theory]
    [InlineData("filter: { includedEventTypes: ['Microsoft.Storage.BlobCreated'], subjectBeginsWith: '/containers/batches' }, retryPolicy: {}, deadLetterWithResourceIdentity: {}", "must end in '/'")]
    [InlineData("filter: { includedEventTypes: ['Microsoft.Storage.BlobCreated'] }, retryPolicy: {}, deadLetterWithResourceIdentity: {}", "every container")]
    [InlineData("filter: { includedEventTypes: ['Microsoft.Storage.BlobCreated'], subjectBeginsWith: 'a/' }, retryPolicy: {}", "would be lost")]
    [InlineData("filter: { includedEventTypes: ['Microsoft.Storage.BlobCreated'], subjectBeginsWith: 'a/' }, deadLetterWithResourceIdentity: {}", "no retry policy")]
    [InlineData("filter: { includedEventTypes: ['Other'] }, retryPolicy: {}, deadLetterDestination: {}", "need an identity")]
    [InlineData("filter: { subjectBeginsWith: 'a/' }, retryPolicy: {}", "no event types")]
    public void Subscription_ThatLosesOrMixesEvents_IsFound(string members, string problem) => Found(EventChecks.Check(Sample($"{Topic}{members}\n}}\n}}")), problem);

    [Fact]
    public void Listeners_AreTheTriggers_AndTheirContainersAreThere()
    {
        var listeners = EventChecks.Listeners(Tree.File("event-subscriptions.bicep")).ToList();
        Assert.Equal([("policies", "PolicyChanged"), ("batches", "BatchArrived"), ("labels", "LabelsArrived")], listeners);
        Assert.All(listeners, listener => Assert.Contains(listener.Container, EventChecks.Containers(Tree.File("app/storage.bicep"))));
    }

    [Theory]
    [InlineData($"resource a '{Storage}' = {{ name: 'n', properties: {{ allowBlobPublicAccess: false }} }}", "allowSharedKeyAccess: false")]
    [InlineData("resource a 'Microsoft.Insights/components@2020-02-02' = { name: 'n', properties: { DisableLocalAuth: false } }", "DisableLocalAuth: true")]
    [InlineData($"resource a '{Storage}' existing = {{ name: 'n' }}\nvar b = a.listKeys().keys[0].value", "asks for keys")]
    public void Resource_ThatOpensByAKey_IsFound(string text, string problem) => Found(SecretChecks.Check(Sample(text)), problem);

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b")]
    [InlineData("export PASSWORD=hunter2")]
    [InlineData("https://a.blob.core.windows.net/c?sv=1&sig=b")]
    public void Text_WithASecret_IsFound(string text) => Assert.NotEmpty(SecretChecks.Text("x", text));

    [Fact]
    public void Infra_HoldsNoSecret() =>
        Assert.Empty(Tree.Files("infra", "*.*").Concat(Tree.Files(".github", "*.yml")).SelectMany(path => SecretChecks.Text(path, File.ReadAllText(path))));

    private static BicepFile Sample(string text) => BicepFile.Parse("sample.bicep", text);

    private static void Found(IEnumerable<string> problems, string problem) => Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
}
