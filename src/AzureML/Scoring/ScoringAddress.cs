namespace Homeostat.AzureML;

/// <summary>Where an endpoint is scored, with which secret, and until when that is known to hold.</summary>
internal sealed record ScoringAddress(Uri Uri, string Secret, DateTimeOffset Until)
{
    // The secret stays out of logs and messages.
    public override string ToString() => $"{Uri} until {Until:O}";
}
