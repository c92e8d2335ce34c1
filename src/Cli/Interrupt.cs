namespace Homeostat.Cli;

/// <summary>Ctrl+C: the first asks to stop, so that temporary files go; the second ends the process as always.</summary>
internal static class Interrupt
{
    private static readonly CancellationTokenSource s_source = new();

    internal static CancellationToken Token()
    {
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = !s_source.IsCancellationRequested;
            s_source.Cancel();
        };
        return s_source.Token;
    }
}
