using System.Diagnostics;

namespace Homeostat.Emulator;

/// <summary>The shell that a child runs in.</summary>
internal static class ChildShell
{
    /// <summary>
    /// Runs the child in a process group of its own. A watcher beside it reads standard input, a pipe that only the emulator holds: it ends when the
    /// emulator closes it or dies, however it dies, and then the group is ended, first with SIGTERM and two seconds later with SIGKILL.
    /// Bash, because job control without a terminal gives the groups; other shells refuse it.
    /// </summary>
    private const string Script = """
        exec 3<&0 </dev/null
        set -m
        sh -c "$1" >>"$2" 2>&1 3<&- &
        child=$!
        exec >/dev/null 2>&1
        ( while read -r _ <&3; do :; done; kill -TERM -- "-$child"; sleep 2; kill -KILL -- "-$child" ) &
        watcher=$!
        exec 3<&-
        wait "$child"
        code=$?
        kill -KILL -- "-$child" "-$watcher"
        exit "$code"
        """;

    internal static ProcessStartInfo Unix(ChildCommand command) => new("bash", ["-c", Script, "child", command.Line, command.Log]);

    internal static ProcessStartInfo Windows(ChildCommand command) => new("cmd.exe") { Arguments = $"/d /s /c \"{command.Line} >> \"{command.Log}\" 2>&1\"", CreateNoWindow = true };

    /// <summary>A text as one word of the shell's.</summary>
    internal static string Quote(string text)
    {
        if (text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_./:=@%+,-\\".Contains(c, StringComparison.Ordinal)) && (OperatingSystem.IsWindows() || !text.Contains('\\', StringComparison.Ordinal))) return text;
        return OperatingSystem.IsWindows() ? $"\"{text}\"" : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
