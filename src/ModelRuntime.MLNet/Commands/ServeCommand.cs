using System.CommandLine;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary><c>serve</c>: the options of <c>homeostat model serve</c>.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Option<string> _model = new("--model") { HelpName = "FOLDER", Required = true, Description = "The model, as train wrote it." };
    private readonly Option<ushort> _port = new("--port") { HelpName = "N", Required = true, Description = "Port to listen on; 0 for any that is free." };
    private readonly Option<string> _host = new("--host") { HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1", Description = "Address to listen on, * for all." };
    private readonly Option<int?> _parent = new("--parent") { HelpName = "PID", Description = "End when this process ends." };

    internal ServeCommand(TextWriter output)
        : base("serve", "Serves a model over HTTP: POST /score, GET /health. Writes one line, 'ready ADDRESS', once it takes requests.")
    {
        Add(_model);
        Add(_port);
        Add(_host);
        Add(_parent);
        this.SetAction(async (parsed, cancellation) =>
        {
            var request = new ServingRequest(parsed.GetRequiredValue(_model), parsed.GetValue(_port)) { Host = parsed.GetRequiredValue(_host), Parent = parsed.GetValue(_parent) };
            await ModelServer.RunAsync(request, TrainedModelFolder.Read, address => Tell(output, address), cancellation);
            return 0;
        });
    }

    // Whoever started this waits for the line: it must not stay in a buffer.
    private static void Tell(TextWriter output, string address)
    {
        output.WriteLine($"ready {address}");
        output.Flush();
    }
}
