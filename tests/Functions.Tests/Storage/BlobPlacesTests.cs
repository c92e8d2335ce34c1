using Azure.Storage.Blobs;
using Homeostat.Loop;

namespace Homeostat.Functions.Tests.Storage;

/// <summary>Names, containers and their order; the store itself is held to the contract on Azurite.</summary>
public sealed class BlobPlacesTests
{
    private static readonly BlobServiceClient s_service = new("none");

    private readonly BlobPlaces _places = new(s_service.GetBlobContainerClient("homeostat"), [s_service.GetBlobContainerClient("policies"), s_service.GetBlobContainerClient("batches")]);

    [Theory]
    [InlineData("batches/m/a.csv", "batches", "m/a.csv")]
    [InlineData("policies/m.json", "policies", "m.json")]
    [InlineData("state/m/model.json", "homeostat", "state/m/model.json")]
    [InlineData("batches", "homeostat", "batches")]
    [InlineData("batches-old/a", "homeostat", "batches-old/a")]
    public void Name_LiesIn(string name, string container, string inside)
    {
        var (found, rest) = _places.Of(name);
        Assert.Equal((container, inside), (found.Name, rest));
    }

    [Theory]
    [InlineData("", "batches: homeostat: policies:")]
    [InlineData("b", "batches: homeostat:b")]
    [InlineData("batches/", "batches:")]
    [InlineData("batches/m/", "batches:m/")]
    [InlineData("batches-", "homeostat:batches-")]
    [InlineData("state/", "homeostat:state/")]
    public void Prefix_IsLookedForIn(string prefix, string places) =>
        Assert.Equal(places, string.Join(' ', _places.Under(prefix).Select(place => $"{place.Container.Name}:{place.Prefix}").Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Listings_AreMergedInOrdinalOrder()
    {
        string[][] lists = [["a-b", "a/b", "b"], [], ["a.b", "a0", "z"]];
        var merged = await BlobListing.MergeAsync([.. lists.Select(Of)], CancellationToken.None).ToListAsync();
        Assert.Equal(lists.SelectMany(list => list).Order(StringComparer.Ordinal), merged.Select(entry => entry.Name));
    }

    private static async IAsyncEnumerable<BlobEntry> Of(string[] names)
    {
        foreach (string name in names)
        {
            await Task.Yield();
            yield return new BlobEntry(name, "e", 0, default);
        }
    }
}
