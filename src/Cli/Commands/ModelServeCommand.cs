using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Homeostat.ModelRuntime;

namespace Homeostat.Cli;

/// <summary><c>homeostat model serve</c>: options.</summary>
internal sealed class ModelServeCommand : Command
{
    private readonly Option<string> _model = new("--model") { HelpName = "FOLDER", Required = true, Description = "The model, as train wrote it." };
    private readonly Option<string> _port = new("--port") { HelpName = "N", Required = true, Description = "Port to listen on; 0 for any that is free." };
    private readonly Option<string> _host = new("--host") { HelpName = "ADDRESS", Description = "Address to listen on; 127.0.0.1 otherwise, * for all." };
    private readonly Option<string> _parent = new("--parent") { HelpName = "PID", Description = "End when this process ends." };

    internal ModelServeCommand(Terminal terminal)
        : base("serve", "Serves a model over HTTP: POST /score, GET /health. Writes one line, 'ready ADDRESS', once it takes requests.")
    {
        Add(_model);
        Add(_port);
        Add(_host);
        Add(_parent);
        Validators.Add(Validate);
        this.SetAction((parsed, _) => new ServeModel(terminal).RunAsync(Request(parsed)));
    }

    private ServingRequest Request(ParseResult parsed)
    {
        var request = new ServingRequest(parsed.GetRequiredValue(_model), Whole(parsed.GetRequiredValue(_port), ushort.MaxValue) ?? 0)
        {
            Parent = Whole(parsed.GetValue(_parent), int.MaxValue),
        };
        return parsed.GetValue(_host) is { } host ? request with { Host = host } : request;
    }

    private void Validate(CommandResult result)
    {
        if (CommonOptions.Given(result, _port) is { } port && Whole(port, ushort.MaxValue) is null) result.AddError($"--port is '{port}', expected a number from 0 to {ushort.MaxValue}.");
        if (CommonOptions.Given(result, _parent) is { } parent && Whole(parent, int.MaxValue) is null or 0) result.AddError($"--parent is '{parent}', expected the id of a process.");
    }

    private static int? Whole(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most ? number : null;
}
