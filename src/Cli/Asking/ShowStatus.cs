using System.Text.Json;
using Homeostat.Dashboard;

namespace Homeostat.Cli;

/// <summary>Shows every model, or one.</summary>
internal sealed class ShowStatus(HostAddress host, Terminal terminal)
{
    internal async Task<int> RunAsync(string? model, bool json)
    {
        using var client = new HostClient(host);
        if (model is null) Show(await client.ModelsAsync(terminal.Cancellation), json);
        else Show(await client.ModelAsync(model, terminal.Cancellation), json);
        return ExitCode.Healthy;
    }

    private void Show(ModelList list, bool json)
    {
        if (json) terminal.Out.WriteLine(JsonSerializer.Serialize(list, HostJson.Default.ModelList));
        else if (list.Models.Count == 0) terminal.Out.WriteLine("The host has no model yet: write a policy to policies/MODEL.json in its folder.");
        else StatusTable.Write(list.Models, terminal);
    }

    private void Show(ModelView model, bool json)
    {
        if (json) terminal.Out.WriteLine(JsonSerializer.Serialize(model, HostJson.Default.ModelView));
        else StatusDetails.Write(model, terminal);
    }
}
