using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Ports;

public sealed class InMemoryBlobStoreTests : BlobStoreContract
{
    private readonly InMemoryBlobStore _store = new();

    protected override IBlobStore Open() => _store;
}
