using System.Globalization;

namespace Homeostat.Cli;

/// <summary>What a host says, line by line: several threads at once, and nothing stays in a buffer.</summary>
internal sealed class RunLines(Terminal terminal)
{
    private const int Kind = 19;

    private readonly Lock _lock = new();
    private readonly Style _style = new(terminal.IsColoured);

    /// <summary>A block of text as it is.</summary>
    internal void Block(string text) => Write(text);

    internal void Note(string text) => Write(_style.Dim(text));

    internal void Warning(DateTimeOffset at, string text) => Write(Head(at, _style.Yellow("warning".PadRight(Kind)), text));

    internal void Error(DateTimeOffset at, string text) => Write(Head(at, _style.Red("error".PadRight(Kind)), text));

    internal void Information(DateTimeOffset at, string text) => Write(Head(at, _style.Dim("host".PadRight(Kind)), text));

    /// <summary>A record of a model's journal.</summary>
    internal void Record(DateTimeOffset at, string kind, string text, Func<Style, string, string>? paint) =>
        Write(Head(at, paint is null ? kind.PadRight(Kind) : paint(_style, kind.PadRight(Kind)), text));

    internal DateTimeOffset Now => terminal.Clock.GetUtcNow();

    private static string Head(DateTimeOffset at, string kind, string text) =>
        $"{at.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {kind}  {Printable.Of(text)}";

    private void Write(string text)
    {
        lock (_lock)
        {
            terminal.Out.WriteLine(text);
            terminal.Out.Flush();
        }
    }
}
