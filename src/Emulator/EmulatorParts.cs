using Microsoft.AspNetCore.Builder;

namespace Homeostat.Emulator;

/// <summary>What an emulator is made of, and how the parts know each other.</summary>
internal sealed class EmulatorParts : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private OperationRunner? _operations;

    private EmulatorParts(EmulatorOptions options)
    {
        Folder = Path.GetFullPath(options.StateFolder);
        Workspace = new Workspace(options, new StateFile(Folder));
        Text = new ResourceText(Workspace, () => Address);
        Faults = new FaultSet(options.Seed);
    }

    internal string Folder { get; }

    internal string Address { get; set; } = "";

    internal Workspace Workspace { get; }

    internal ResourceText Text { get; }

    internal FaultSet Faults { get; }

    internal static EmulatorParts Make(EmulatorOptions options)
    {
        OwnerOnly.CreateFolder(options.StateFolder);
        return new EmulatorParts(options);
    }

    internal void Assemble(byte[] secret)
    {
        _ = secret;
        _operations = new OperationRunner(Workspace, new NoWork(), Faults, _stopping.Token);
    }

    internal void Map(WebApplication web)
    {
        var endpoints = new EndpointApi(Workspace, Text, _operations!);
        var deployments = new DeploymentApi(Workspace, Text, _operations!);
        var routes = new ArmRoutes(new ArmDoor(Workspace, Text, Faults), web);
        routes.Map(new ScopeApi(Workspace, Text));
        routes.Map(endpoints);
        routes.Map(deployments);
        routes.Map(new OperationApi(Workspace, endpoints, deployments));
        routes.MapRest();
    }

    internal void Start()
    {
        Workspace.Change(state => state.Starts++);
        _operations!.Resume();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private sealed class NoWork : IOperationWork
    {
        public Task<string?> DoAsync(OperationRecord operation, CancellationToken cancellation) => Task.FromResult<string?>(null);
    }
}
