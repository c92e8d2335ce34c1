using System.CommandLine;

namespace Homeostat.Cli;

/// <summary>A command that has a host do something with a model.</summary>
internal abstract class ActCommand : Command
{
    private readonly Argument<string> _model = new("MODEL") { Description = "The model, as its policy names it." };
    private readonly Option<string> _by = new("--by") { HelpName = "NAME", Description = "Who asks, for the journal; your user name otherwise." };
    private readonly HostOptions _host = new();

    /// <param name="terminal">Where it is told.</param>
    /// <param name="name">The command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="needsReason">Whether others will wonder why.</param>
    private protected ActCommand(Terminal terminal, string name, string description, bool needsReason)
        : base(name, description)
    {
        Reason = new Option<string>("--reason", "-r") { HelpName = "TEXT", Required = needsReason, Description = "Why, for those who read the journal." };
        Add(_model);
        this.SetAction((parsed, _) => new Act(_host.Of(parsed), terminal).RunAsync(parsed.GetRequiredValue(_model), PathOf(parsed), Fill(parsed, new CommandText(By(parsed)) { Reason = parsed.GetValue(Reason) })));
    }

    private protected Option<string> Reason { get; }

    /// <summary>Adds the options that all have, behind those of its own.</summary>
    private protected void AddCommon()
    {
        Add(Reason);
        Add(_by);
        _host.AddTo(this);
    }

    /// <summary>The address below the model's.</summary>
    private protected virtual string PathOf(ParseResult parsed) => Name;

    /// <summary>Fills in what it alone says.</summary>
    private protected virtual CommandText Fill(ParseResult parsed, CommandText body) => body;

    private string By(ParseResult parsed) => parsed.GetValue(_by) ?? (Environment.UserName is { Length: > 0 } name ? name : "somebody");
}
