using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat approve</c>: a person answers what the loop asks.</summary>
internal sealed class ApproveCommand : ActCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "The question, as homeostat status shows it." };
    private readonly Option<bool> _refuse = new("--refuse") { Description = "Say no; that needs --reason." };

    internal ApproveCommand(Terminal terminal)
        : base(terminal, "approve", "Answers a question of the loop: a cost, a promotion.", needsReason: false)
    {
        Add(_id);
        Add(_refuse);
        AddCommon();
        Validators.Add(result =>
        {
            if (result.GetValue(_refuse) && CommonOptions.Given(result, Reason) is null) result.AddError("A refusal needs --reason: others will read in the journal why.");
        });
    }

    private protected override string PathOf(ParseResult parsed) => $"approvals/{Uri.EscapeDataString(parsed.GetRequiredValue(_id))}";

    private protected override CommandText Fill(ParseResult parsed, CommandText body) => body with { Approve = !parsed.GetValue(_refuse) };
}
