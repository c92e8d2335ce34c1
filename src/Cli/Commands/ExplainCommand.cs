using System.CommandLine;

namespace Homeostat.Cli;

/// <summary><c>homeostat explain</c>: arguments and options.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> _model = new("MODEL") { Description = "The model, as its policy names it." };
    private readonly Argument<string?> _event = new("EVENT")
    {
        Description = "What to explain: a record's number, an incident, a batch or its file, an approval; where the model stands otherwise.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _state = StateFolder.Option();

    internal ExplainCommand(Terminal terminal)
        : base("explain", "Tells in plain sentences where a model stands, or why something was decided, with the numbers behind it.")
    {
        Add(_model);
        Add(_event);
        Add(_state);
        this.SetAction(parsed => new ExplainModel(parsed.GetRequiredValue(_state), terminal).Run(parsed.GetRequiredValue(_model), parsed.GetValue(_event)));
    }
}
