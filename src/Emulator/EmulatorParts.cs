using Microsoft.AspNetCore.Builder;

namespace Homeostat.Emulator;

/// <summary>What an emulator is made of, and how the parts know each other.</summary>
internal sealed class EmulatorParts : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly AssetPaths _paths;
    private readonly DeploymentHosts _hosts;
    private readonly OperationRunner _operations;
    private readonly ModelApi _models;
    private readonly JobRunner _jobs;
    private readonly MeterBook _meters;
    private readonly CollectorQueue _collector;
    private readonly MirrorQueue _mirror;
    private readonly EndpointKeys _keys;
    private readonly RouteTable _routes;
    private readonly ModelClient _client;

    /// <param name="options">Checked, their folders whole paths.</param>
    /// <param name="secret">What keys are made from.</param>
    internal EmulatorParts(EmulatorOptions options, byte[] secret)
    {
        string folder = options.StateFolder;
        Workspace = new Workspace(options, new StateFile(folder));
        Workspace.Change(state => state.Starts++);
        Text = new ResourceText(Workspace, () => Address);
        Faults = new FaultSet(options.Seed) { AtOnce = HappenAtOnce };
        _paths = new AssetPaths(options, Text.WorkspaceId);
        string toolPath = ToolFolder.Write(folder, options.Tools);
        _hosts = new DeploymentHosts(Workspace, _paths, toolPath, _stopping.Token);
        _operations = new OperationRunner(Workspace, _hosts, Faults, _stopping.Token);
        _models = new ModelApi(Workspace, Text, _paths);
        _jobs = new JobRunner(Workspace, new JobCommands(options, _paths, toolPath), _models, Faults, _stopping.Token);
        _meters = new MeterBook(Workspace, folder);
        _collector = MakeCollector(options);
        _client = new ModelClient(Workspace, Faults);
        _mirror = new MirrorQueue(_client, _collector, _stopping.Token);
        _keys = new EndpointKeys(secret);
        _routes = new RouteTable(Text, _keys, _hosts, _meters);
        Workspace.Changed = _routes.Take;
    }

    internal string Address { get; set; } = "";

    internal Workspace Workspace { get; }

    internal ResourceText Text { get; }

    internal FaultSet Faults { get; }

    internal string StorageFolder => _paths.Storage;

    internal void Map(WebApplication web)
    {
        var endpoints = new EndpointApi(Workspace, Text, _operations);
        var deployments = new DeploymentApi(Workspace, Text, _operations);
        var routes = new ArmRoutes(new ArmDoor(Workspace, Text, Faults), web);
        routes.Map(new ScopeApi(Workspace, Text));
        routes.Map(endpoints);
        routes.Map(deployments);
        routes.Map(new CredentialApi(Workspace, _keys, _hosts));
        routes.Map(_models);
        routes.Map(new JobApi(Workspace, Text, _jobs));
        routes.Map(new MetricsApi(Workspace, Text, _meters, Faults));
        routes.Map(new AutoscaleApi(Workspace, Text));
        routes.Map(new OperationApi(Workspace, endpoints, deployments));
        var scoring = new ScoringHandler(_routes, new ScoringDoor(Workspace, Faults, _keys), _client, _mirror, _collector);
        web.MapPost("/endpoints/{endpoint}/score", scoring.HandleAsync);
        new FaultApi(Faults).Map(web);
        routes.MapRest();
    }

    /// <summary>Goes on where the last emulator on this folder was when it ended.</summary>
    internal void Start()
    {
        Workspace.Read(state =>
        {
            _routes.Take(state);
            return 0;
        });
        // What was in service first: an update that was under way must find it.
        _hosts.Resume();
        _operations.Resume();
        _jobs.Resume();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _jobs.WhenStoppedAsync().ConfigureAwait(false);
        await _hosts.StopAsync().ConfigureAwait(false);
        await _mirror.DisposeAsync().ConfigureAwait(false);
        await _collector.DisposeAsync().ConfigureAwait(false);
        await _meters.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private CollectorQueue MakeCollector(EmulatorOptions options)
    {
        int start = Workspace.Read(state => state.Starts);
        // Ids of lines are another sequence than those of requests.
        var ids = new RequestIds((ulong)options.Seed + 1, (ulong)start);
        return new CollectorQueue(Workspace, new CollectorLines(ids, (ulong)options.Seed), new CollectorFiles(Path.Combine(_paths.Storage, options.CollectorRoot), start));
    }

    private void HappenAtOnce(Fault fault)
    {
        if (fault.Kind == FaultKind.Crash) _hosts.Crash(fault.Endpoint!, fault.Deployment!);
        else Workspace.Change(state => _operations.Edit(state, fault.Endpoint!, fault.Edit!));
    }
}
