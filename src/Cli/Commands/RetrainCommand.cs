namespace Homeostat.Cli;

/// <summary><c>homeostat retrain</c>.</summary>
internal sealed class RetrainCommand : ActCommand
{
    internal RetrainCommand(Terminal terminal)
        : base(terminal, "retrain", "Asks for a challenger now: trained, judged by the gates, rolled out as the policy says.", needsReason: true) => AddCommon();
}
