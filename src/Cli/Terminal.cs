using System.Text;

namespace Homeostat.Cli;

/// <summary>Where a command reads and writes, and what can be shown there.</summary>
internal sealed record Terminal
{
    /// <summary>Columns of text that goes to a file or another program.</summary>
    internal const int PipedWidth = 120;

    /// <summary>Standard output, for words.</summary>
    internal required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>Standard output, for bytes.</summary>
    internal Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Standard input.</summary>
    internal Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Columns of text.</summary>
    internal int Width { get; init; } = PipedWidth;

    /// <summary>Whether words on standard output may be coloured.</summary>
    internal bool IsColoured { get; init; }

    /// <summary>Whether somebody watches standard error.</summary>
    internal bool ShowsProgress { get; init; }

    /// <summary>Whether words go to a file or another program, line by line: nothing is gained by wrapping them.</summary>
    internal bool IsPiped { get; init; }

    /// <summary>The clock.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Waits; a test does not.</summary>
    internal Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = Task.Delay;

    /// <summary>Asks to stop; fires on Ctrl+C.</summary>
    internal CancellationToken Cancellation { get; init; }

    internal static Terminal OfProcess()
    {
        bool piped = Console.IsOutputRedirected;
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal
        {
            // UTF-8 whatever the locale says, and written once: a console writer flushes after every line.
            Out = piped ? new StreamWriter(Console.OpenStandardOutput(), Utf8) : Console.Out,
            Error = Console.IsErrorRedirected ? new StreamWriter(Console.OpenStandardError(), Utf8) : Console.Error,
            Width = piped ? PipedWidth : WidthOfConsole(),
            IsPiped = piped,
            IsColoured = !piped && !plain,
            ShowsProgress = !Console.IsErrorRedirected && !plain,
            Cancellation = Interrupt.Token(),
        };
    }

    internal void Flush()
    {
        Out.Flush();
        Error.Flush();
    }

    private static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    private static int WidthOfConsole()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 200);
        }
        catch (IOException)
        {
            return PipedWidth;
        }
    }
}
