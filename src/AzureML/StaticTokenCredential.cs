using Azure.Core;

namespace Homeostat.AzureML;

/// <summary>A credential that is one known token: an emulator's. It never expires, and nobody is asked for it.</summary>
/// <param name="token">The token.</param>
public sealed class StaticTokenCredential(string token) : TokenCredential
{
    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
