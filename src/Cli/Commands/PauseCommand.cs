namespace Homeostat.Cli;

/// <summary><c>homeostat pause</c>.</summary>
internal sealed class PauseCommand : ActCommand
{
    internal PauseCommand(Terminal terminal)
        : base(terminal, "pause", "Has the loop watch only: nothing starts or moves by itself; rollbacks go on.", needsReason: true) => AddCommon();
}
