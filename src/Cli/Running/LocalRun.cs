using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Homeostat.AzureML;
using Homeostat.Dashboard;
using Homeostat.Emulator;
using Homeostat.LocalHost;
using Microsoft.Extensions.Logging;

namespace Homeostat.Cli;

/// <summary>
/// All that runs on one machine: the emulator unless there is a workspace, the adapter over it, the loop on its folder, API and page. What is
/// started last is stopped first, so that nobody asks one that is gone.
/// </summary>
internal sealed class LocalRun : IAsyncDisposable
{
    // A name that starts with a dot is no blob of the loop's.
    private const string EmulatorFolder = ".emulator";

    private readonly Stack<IAsyncDisposable> _running = new();
    private AzureMLWorkspace? _workspace;
    private LocalLoop? _loop;
    private WebServer? _web;

    private LocalRun(LocalRunOptions options) => Options = options;

    /// <summary>What was asked for; the folder as a whole path.</summary>
    internal LocalRunOptions Options { get; }

    /// <summary>Where API and page answer.</summary>
    internal Uri Api => _web!.Address;

    /// <summary>What acting takes.</summary>
    internal ApiKey ApiKey { get; private set; } = null!;

    /// <summary>The emulator; null with a real workspace.</summary>
    internal EmulatorServer? Emulator { get; private set; }

    /// <summary>The workspace, as the loop reaches it.</summary>
    internal AzureMLWorkspace Workspace => _workspace!;

    /// <summary>The loop.</summary>
    internal LocalLoop Loop => _loop!;

    /// <summary>Completes when the loop was stopped; fails when it had to end by itself.</summary>
    internal Task Completion => Loop.Completion;

    /// <summary>Starts everything; what was started is stopped again when something cannot be.</summary>
    /// <exception cref="EmulatorException">The emulator's port is taken or its folder cannot be used.</exception>
    /// <exception cref="AzureMLException">The workspace's options are wrong.</exception>
    /// <exception cref="EngineFolderException">Another host has the folder, or a file in it is damaged.</exception>
    /// <exception cref="WebServerException">The port of the API is taken, or its key cannot be used.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal static async Task<LocalRun> StartAsync(LocalRunOptions options, ILogger log, CancellationToken cancellation = default)
    {
        var run = new LocalRun(options with { Folder = Path.GetFullPath(options.Folder) });
        try
        {
            await run.BeginAsync(log, cancellation);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes no more requests, stops the loop, then what it talks to. The next start on the folder goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var part)) await part.DisposeAsync();
    }

    private async Task BeginAsync(ILogger log, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Options.Folder);
        // The folder's lock is the loop's, which starts later than the emulator; two emulators on one folder are told apart by the emulator's own.
        if (Options.AzureML is null) Emulator = Keep(await EmulatorServer.StartAsync(EmulatorOptions(), cancellation));
        var store = new FileBlobStore(Options.Folder, Options.Time);
        _workspace = new AzureMLWorkspace(Options.AzureML ?? Emulated(), store, Options.Durations);
        Keep(new Disposing(_workspace));
        var outside = new OutsidePorts(_workspace.Endpoints, _workspace.Jobs, _workspace.Models, _workspace.Metrics);
        if (Emulator is not null)
        {
            var endpoints = Keep(new EmulatedEndpoints(_workspace.Endpoints, Emulator, Options.Durations));
            outside = outside with { Endpoints = endpoints };
        }
        _loop = Keep(await LocalLoop.StartAsync(Options.Loop(new LocalLoopOptions(Options.Folder, Options.Time)), outside, log, cancellation));
        ApiKey = ApiKeyFile.Open(Options.Folder, () => RandomNumberGenerator.GetBytes(ApiKeyFile.SecretBytes));
        var api = new Api(new ApiPorts(_loop.Ports, _loop.Client, Options.Time), Options.Api(new ApiOptions { Key = ApiKeyCheck.Of(ApiKey.Value), OpenReads = IPAddress.IsLoopback(Options.Web.Address) }));
        _web = Keep(await WebServer.StartAsync(Options.Web, routes => routes.MapHomeostat(api), cancellation));
    }

    private EmulatorOptions EmulatorOptions() => new()
    {
        StateFolder = Path.Combine(Options.Folder, EmulatorFolder),
        // The loop's own folder is the workspace's storage: jobs find their data there, and collected rows arrive there.
        StorageFolder = Options.Folder,
        Time = Options.Time,
        Durations = Options.Durations,
        Port = Options.EmulatorPort,
        ServeCommand = Options.ServeCommand,
        Tools = ImmutableSortedDictionary<string, string>.Empty.Add("homeostat", OwnCommand.Line),
        Timings = Options.Timings,
        Seed = Options.Seed,
    };

    private AzureMLOptions Emulated()
    {
        var names = EmulatorOptions();
        return new AzureMLOptions
        {
            Subscription = names.SubscriptionId,
            ResourceGroup = names.ResourceGroup,
            Workspace = names.Workspace,
            Credential = new StaticTokenCredential("local"),
            ResourceManager = Emulator!.Address,
            PinnedCertificate = Emulator.Thumbprint,
            MetricsGrain = Options.Timings.MetricsGrain,
        };
    }

    private T Keep<T>(T part) where T : IAsyncDisposable
    {
        _running.Push(part);
        return part;
    }

    /// <summary>One that is disposed of at once, among those that take their time.</summary>
    private sealed class Disposing(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
