using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>Errors in three beats: what happened, why it matters, what to do.</summary>
internal static class ErrorText
{
    private const string Indent = "  ";

    internal static void Write(Terminal terminal, BadInputException error)
    {
        terminal.Error.WriteLine(Printable.Of($"error {error.Code}: {error.What}"));
        terminal.Error.WriteLine(Printable.Of(Indent + error.Why));
        terminal.Error.WriteLine(Printable.Of(Indent + error.Fix));
    }

    /// <summary>A message that stands on one line.</summary>
    internal static void Write(Terminal terminal, string? code, string message)
    {
        // Exceptions of ours have the code in front.
        if (code is not null && message.StartsWith(code + ": ", StringComparison.Ordinal)) message = message[(code.Length + 2)..];
        var beats = Beats.Of(message.ReplaceLineEndings(" "));
        terminal.Error.WriteLine(Printable.Of($"error{(code is null ? "" : " " + code)}: {beats[0]}"));
        foreach (string beat in beats.Skip(1)) terminal.Error.WriteLine(Printable.Of(Indent + beat));
    }

    /// <summary>A command line that cannot be read: it has no code, the fix is the help.</summary>
    internal static void WriteUsage(Terminal terminal, string what, string fix)
    {
        terminal.Error.WriteLine(Printable.Of("error: " + what));
        terminal.Error.WriteLine(Printable.Of(Indent + fix));
    }

    internal static void WriteBug(Terminal terminal, Exception error, bool verbose)
    {
        terminal.Error.WriteLine(Printable.Of($"error: Homeostat has a bug: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}"));
        terminal.Error.WriteLine(Indent + "The result is not known. Please report it with the command line in the project's issue tracker"
            + (verbose ? ", and the stack below." : ", and the stack that --verbose shows."));
        if (verbose) terminal.Error.WriteLine(error);
    }
}
