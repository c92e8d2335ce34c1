namespace Homeostat.Loop;

/// <summary>A file on its way to quarantine.</summary>
internal sealed record QuarantinedFile(string Model, string Id, string Blob, string ETag, string Reason);
