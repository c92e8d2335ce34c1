namespace Homeostat.Cli;

/// <summary>The demo cannot go on: what happened, why it matters, what to do.</summary>
internal sealed class DemoException(string what, string why, string fix) : Exception($"{what} {why} {fix}")
{
    internal string What { get; } = what;

    internal string Why { get; } = why;

    internal string Fix { get; } = fix;
}
