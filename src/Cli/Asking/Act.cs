namespace Homeostat.Cli;

/// <summary>Has a host do something, and says in its words what became of it.</summary>
internal sealed class Act(HostAddress host, Terminal terminal)
{
    /// <summary>0 when it is done, under way, or kept for later: the words say which.</summary>
    internal async Task<int> RunAsync(string model, string what, CommandText body)
    {
        using var client = new HostClient(host);
        var answer = await client.ActAsync(model, what, body, terminal.Cancellation);
        terminal.Out.WriteLine(Printable.Of(answer.Text));
        if (answer.Traffic is { Count: > 0 } traffic) terminal.Out.WriteLine(Printable.Of($"Traffic: {StatusText.Shares(traffic)}."));
        if (answer.Records.Count > 0)
            terminal.Out.WriteLine(new Style(terminal.IsColoured).Dim($"See homeostat explain {model} {answer.Records[^1]}, and homeostat status {model}."));
        return ExitCode.Healthy;
    }
}
