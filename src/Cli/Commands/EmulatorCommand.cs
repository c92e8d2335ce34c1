using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Homeostat.Cli;

/// <summary><c>homeostat emulator</c>: arguments and options.</summary>
internal sealed class EmulatorCommand : Command
{
    private readonly Option<string> _state = new("--state") { HelpName = "FOLDER", Description = "Where endpoints, jobs, certificate and logs are kept; homeostat-emulator in the current folder otherwise." };
    private readonly Option<string> _storage = new("--storage") { HelpName = "FOLDER", Description = "What azureml://datastores/.../paths/ stands for, and where collector files go; storage in the state folder otherwise." };
    private readonly Option<string> _port = new("--port") { HelpName = "N", Description = "Where to listen on 127.0.0.1; 8443 otherwise, 0 for any that is free." };
    private readonly Option<string> _serve = new("--serve") { HelpName = "COMMAND", Description = "Command line that serves a model; {model} is its folder, {port} where it listens." };
    private readonly Option<string[]> _tool = new("--tool") { HelpName = "NAME=COMMAND", Description = "A command that jobs and deployments find on their path; may be given more than once." };
    private readonly Option<string> _seed = new("--seed") { HelpName = "N", Description = "Where chance starts; 1 otherwise." };
    private readonly Option<bool> _slow = new("--slow") { Description = "Operations take 20 s, reads lag 5 s behind, metrics a minute: nearer to the cloud." };

    internal EmulatorCommand(Terminal terminal)
        : base("emulator", "Runs an emulator of Azure Machine Learning on this machine: online endpoints, deployments, jobs, models, scoring, metrics.")
    {
        Add(_state);
        Add(_storage);
        Add(_port);
        Add(_serve);
        Add(_tool);
        Add(_seed);
        Add(_slow);
        Validators.Add(Validate);
        this.SetAction(parsed => new RunEmulator(Request(parsed), terminal).Run());
    }

    private EmulatorRequest Request(ParseResult parsed) => new()
    {
        State = parsed.GetValue(_state) ?? "homeostat-emulator",
        Storage = parsed.GetValue(_storage),
        Port = Number(parsed.GetValue(_port)) ?? EmulatorRequest.UsualPort,
        Serve = parsed.GetValue(_serve),
        Tools = [.. (parsed.GetValue(_tool) ?? []).Select(Tool)],
        Seed = Number(parsed.GetValue(_seed)) ?? 1,
        Slow = parsed.GetValue(_slow),
    };

    private void Validate(CommandResult result)
    {
        if (CommonOptions.Given(result, _port) is { } port && Number(port) is not (>= 0 and <= 65535)) result.AddError($"--port is '{port}', expected a number from 0 to 65535.");
        if (CommonOptions.Given(result, _seed) is { } seed && Number(seed) is null) result.AddError($"--seed is '{seed}', expected a whole number from 0.");
        foreach (var token in result.GetResult(_tool)?.Tokens ?? [])
            if (token.Value.IndexOf('=', StringComparison.Ordinal) is <= 0) result.AddError($"--tool is '{token.Value}', expected NAME=COMMAND.");
    }

    private static (string Name, string Line) Tool(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..equals], text[(equals + 1)..]);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
