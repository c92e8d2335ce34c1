using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Storage;

/// <summary>The contract, on files; every store of a test is opened anew on the folder, as other processes would.</summary>
public sealed class FileBlobStoreContractTests : BlobStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IBlobStore Open() => new FileBlobStore(_folder.Path, TimeProvider.System);
}
