namespace Homeostat.Cli;

/// <summary><c>homeostat resume</c>.</summary>
internal sealed class ResumeCommand : ActCommand
{
    internal ResumeCommand(Terminal terminal)
        : base(terminal, "resume", "Has the loop go on after a pause or an escalation.", needsReason: false) => AddCommon();
}
