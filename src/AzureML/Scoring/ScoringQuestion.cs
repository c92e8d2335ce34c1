namespace Homeostat.AzureML;

/// <summary>Rows to be scored.</summary>
internal sealed record ScoringQuestion(string Endpoint, string? Deployment, ReadOnlyMemory<byte> Rows);
