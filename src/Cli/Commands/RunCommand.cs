using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Homeostat.AzureML;
using Homeostat.LocalHost;

namespace Homeostat.Cli;

/// <summary><c>homeostat run</c>: options.</summary>
internal sealed class RunCommand : Command
{
    private readonly Option<string> _state = StateFolder.Option();
    private readonly Option<string> _url = new("--url") { HelpName = "ADDRESS", Description = $"Where API and page listen; {HostOptions.UsualUrl} otherwise. Port 0 is any that is free." };
    private readonly Option<string> _emulatorPort = new("--emulator-port") { HelpName = "N", Description = "Where the emulator listens on 127.0.0.1; any port that is free otherwise." };
    private readonly Option<string> _serve = new("--serve") { HelpName = "COMMAND", Description = "Command line that the emulator's deployments run; {model} is the model's folder, {port} where it listens. The reference model otherwise." };
    private readonly Option<string> _subscription = new("--subscription") { HelpName = "ID", Description = "With the next two: a workspace in the cloud instead of the emulator." };
    private readonly Option<string> _group = new("--resource-group") { HelpName = "NAME", Description = "The workspace's resource group." };
    private readonly Option<string> _workspace = new("--workspace") { HelpName = "NAME", Description = "The Azure Machine Learning workspace." };
    private readonly Option<string> _dataRoot = new("--data-root") { HelpName = "URI", Description = "Where the workspace's jobs find what is in the folder: azureml://datastores/NAME/paths/, a container mounted there." };

    internal RunCommand(Terminal terminal)
        : base("run", "Runs the loop on a folder: takes what is dropped there, judges, retrains, rolls out, rolls back; with API, page and an emulator of Azure ML.")
    {
        Add(_state);
        Add(_url);
        Add(_emulatorPort);
        Add(_serve);
        Add(_subscription);
        Add(_group);
        Add(_workspace);
        Add(_dataRoot);
        Validators.Add(Validate);
        this.SetAction((parsed, _) => new RunHost(Request(parsed), terminal).RunAsync());
    }

    private RunRequest Request(ParseResult parsed) => new(parsed.GetRequiredValue(_state), Web(parsed.GetValue(_url) ?? HostOptions.UsualUrl)!)
    {
        EmulatorPort = Port(parsed.GetValue(_emulatorPort)) ?? 0,
        Serve = parsed.GetValue(_serve),
        Workspace = parsed.GetValue(_workspace) is { } workspace ? Workspace(parsed, workspace) : null,
    };

    private AzureMLOptions Workspace(ParseResult parsed, string workspace)
    {
        var options = new AzureMLOptions { Subscription = parsed.GetValue(_subscription)!, ResourceGroup = parsed.GetValue(_group)!, Workspace = workspace };
        return parsed.GetValue(_dataRoot) is { } root ? options with { DataRoot = root } : options;
    }

    private void Validate(CommandResult result)
    {
        if (CommonOptions.Given(result, _url) is { } url && Web(url) is null) result.AddError($"--url is '{url}', expected http, an address of this machine and a port, as {HostOptions.UsualUrl}.");
        if (CommonOptions.Given(result, _emulatorPort) is { } port && Port(port) is null) result.AddError($"--emulator-port is '{port}', expected a number from 0 to {ushort.MaxValue}.");
        Option<string>[] cloud = [_subscription, _group, _workspace];
        var missing = cloud.Where(option => CommonOptions.Given(result, option) is null).ToList();
        if (missing.Count is 1 or 2) result.AddError($"A workspace in the cloud has three names; {string.Join(" and ", missing.Select(option => option.Name))} {(missing.Count == 1 ? "is" : "are")} not there.");
        if (missing.Count == 0)
        {
            foreach (var option in new[] { _emulatorPort, _serve })
                if (CommonOptions.Given(result, option) is not null) result.AddError($"{option.Name} is for the emulator, and with --workspace there is none. Leave one of them out.");
        }
        else if (CommonOptions.Given(result, _dataRoot) is not null) result.AddError("--data-root is for a workspace in the cloud. Name one with --workspace, or leave it out.");
    }

    private static WebOptions? Web(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/") return null;
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.Host.Trim('[', ']'), out var parsed) ? parsed : null;
        return address is null ? null : new WebOptions { Address = address, Port = url.Port };
    }

    private static int? Port(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= ushort.MaxValue ? port : null;
}
