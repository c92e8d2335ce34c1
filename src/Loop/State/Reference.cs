using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>What a batch is held against.</summary>
/// <param name="State">The champion.</param>
/// <param name="Blob">Where its fingerprint lies.</param>
/// <param name="Fingerprint">The fingerprint, with the policy's roles.</param>
internal sealed record Reference(ModelState State, BlobReference Blob, Fingerprint Fingerprint);
