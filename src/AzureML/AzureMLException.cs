namespace Homeostat.AzureML;

/// <summary>Azure Machine Learning or Azure Monitor cannot be used, and waiting does not help: told in three beats.</summary>
/// <param name="code">The stable code, listed in docs/errors.md.</param>
/// <param name="what">What happened: what was asked of whom, and the answer.</param>
/// <param name="why">Why it matters.</param>
/// <param name="fix">What to do.</param>
/// <param name="inner">What the client library said.</param>
public sealed class AzureMLException(string code, string what, string why, string fix, Exception? inner = null) : Exception($"{code}: {what} {why} {fix}", inner)
{
    /// <summary>The stable code, listed in docs/errors.md.</summary>
    public string Code { get; } = code;

    /// <summary>What happened.</summary>
    public string What { get; } = what;

    /// <summary>Why it matters.</summary>
    public string Why { get; } = why;

    /// <summary>What to do.</summary>
    public string Fix { get; } = fix;
}
