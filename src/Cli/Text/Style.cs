namespace Homeostat.Cli;

/// <summary>Colours of words, as escape sequences; none where they cannot be shown.</summary>
internal sealed class Style(bool isColoured)
{
    internal string Bold(string text) => Wrap(text, "1");

    internal string Dim(string text) => Wrap(text, "2");

    internal string Red(string text) => Wrap(text, "31");

    internal string Green(string text) => Wrap(text, "32");

    internal string Yellow(string text) => Wrap(text, "33");

    private string Wrap(string text, string code) => isColoured ? $"\e[{code}m{text}\e[0m" : text;
}
