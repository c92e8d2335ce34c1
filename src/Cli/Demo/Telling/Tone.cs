namespace Homeostat.Cli;

/// <summary>How a line of the story is meant.</summary>
internal enum Tone
{
    /// <summary>Told.</summary>
    Plain,

    /// <summary>Beside the story.</summary>
    Aside,

    /// <summary>A new scene.</summary>
    Heading,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Something goes wrong, on purpose or not.</summary>
    Bad,
}
