using Spectre.Console;

namespace Homeostat.Cli;

/// <summary>The bar itself, apart so that its library is loaded only when a bar is drawn.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Draws until the work is done, then clears its line.</summary>
    internal static void Draw(ProgressDisplay display)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress()
            .AutoClear(true)
            .AutoRefresh(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("Counting", maxValue: Math.Max(1, display.Total));
                do
                {
                    task.MaxValue = Math.Max(1, display.Total);
                    task.Value = display.Bytes;
                }
                while (!display.IsDoneWithin(s_refresh));
            });
    }
}
