using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Homeostat.Cli;

/// <summary><c>homeostat demo</c>: options.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<string> _folder = new("--folder") { HelpName = "FOLDER", Description = "Where everything is kept, an empty folder that stays; a temporary one that is removed at the end otherwise." };
    private readonly Option<string> _port = new("--port") { HelpName = "N", Description = "Where API and page listen on 127.0.0.1; 7071 otherwise, or any port that is free. 0 is any that is free." };
    private readonly Option<bool> _keep = new("--keep") { Description = "The host goes on when the story is told, until Ctrl+C; the folder stays." };
    private readonly Option<bool> _noNpm = new("--no-npm") { Description = "Invented flights from a seed instead of real ones, which npm fetches once." };

    internal DemoCommand(Terminal terminal)
        : base("demo", "Shows the whole loop on this machine in less than two minutes: five incidents on real flights, and what is done about each.")
    {
        Add(_folder);
        Add(_port);
        Add(_keep);
        Add(_noNpm);
        Validators.Add(Validate);
        this.SetAction((parsed, _) => new RunDemo(Request(parsed), terminal).RunAsync());
    }

    private DemoRequest Request(ParseResult parsed) => new()
    {
        Folder = parsed.GetValue(_folder),
        Port = Port(parsed.GetValue(_port)),
        Keep = parsed.GetValue(_keep),
        MayFetch = !parsed.GetValue(_noNpm),
    };

    private void Validate(CommandResult result)
    {
        if (CommonOptions.Given(result, _port) is { } port && Port(port) is null) result.AddError($"--port is '{port}', expected a number from 0 to {ushort.MaxValue}.");
    }

    private static int? Port(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= ushort.MaxValue ? port : null;
}
