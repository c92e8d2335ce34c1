using System.Globalization;
using Spectre.Console;

namespace Homeostat.Cli;

/// <summary>Tells what happens, line by line with the time since the start, and below it on a terminal how things stand right now.</summary>
internal sealed class Story
{
    private const int Indent = 10, Narrowest = 40;

    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly Func<TimeSpan> _since;
    private readonly IAnsiConsole? _console;

    internal Story(Terminal terminal, Func<TimeSpan> since)
    {
        (_terminal, _since) = (terminal, since);
        if (!terminal.IsPiped && terminal.IsColoured) _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
    }

    /// <summary>A scene begins.</summary>
    internal void Heading(string text)
    {
        lock (_lock)
        {
            Write("", Tone.Plain);
            Write(Printable.Of(text), Tone.Heading);
        }
    }

    /// <summary>Something happened.</summary>
    internal void Say(string text, Tone tone = Tone.Plain) => Say(text, tone, _since());

    /// <summary>Something happened at a time.</summary>
    internal void Say(string text, Tone tone, TimeSpan at)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,6:0.0} s  ");
        var lines = Lines.Wrap(Printable.Of(text), Math.Max(Narrowest, _terminal.Width - Indent));
        lock (_lock)
            for (int i = 0; i < lines.Count; i++) Write((i == 0 ? head : new string(' ', Indent)) + lines[i], tone);
    }

    /// <summary>Lines as they are.</summary>
    internal void Block(string text, Tone tone = Tone.Plain)
    {
        lock (_lock)
            foreach (string line in text.Split('\n')) Write(line.TrimEnd('\r'), tone);
    }

    /// <summary>Does the work; meanwhile a terminal shows how things stand.</summary>
    internal async Task WhileAsync(Func<string> standing, Func<Task> work)
    {
        if (_console is null)
        {
            await work();
            return;
        }
        await _console.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(standing()), async context =>
        {
            using var end = new CancellationTokenSource();
            var shown = ShowAsync(context, standing, end.Token);
            try
            {
                await work();
            }
            finally
            {
                await end.CancelAsync();
                await shown;
            }
        });
    }

    private static async Task ShowAsync(StatusContext context, Func<string> standing, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            context.Status(Markup.Escape(standing()));
            await Task.Delay(TimeSpan.FromMilliseconds(250), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Write(string line, Tone tone)
    {
        if (_console is not null) _console.Write(new Text(line + "\n", StyleOf(tone)));
        else _terminal.Out.WriteLine(line);
        _terminal.Out.Flush();
    }

    private static Spectre.Console.Style StyleOf(Tone tone) => tone switch
    {
        Tone.Aside => new(decoration: Decoration.Dim),
        Tone.Heading => new(decoration: Decoration.Bold),
        Tone.Good => new(Color.Green),
        Tone.Bad => new(Color.Red),
        _ => Spectre.Console.Style.Plain,
    };
}
