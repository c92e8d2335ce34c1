namespace Homeostat.Dashboard.Tests.Page;

/// <summary>Tests that take turns with one browser: starting it takes longer than most of them. Each has a host, and so a storage, of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    internal const string Name = "browser";
}
