namespace Homeostat.Infra.Tests.Checks;

/// <summary>Somebody's right to something.</summary>
/// <param name="Who">app, training, endpoint, topic or deployer.</param>
/// <param name="What">The role's name.</param>
/// <param name="Where">What it holds on, as docs/security.md calls it.</param>
internal sealed record Role(string Who, string What, string Where)
{
    public override string ToString() => $"{Who}: {What} on {Where}";
}
