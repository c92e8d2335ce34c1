using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;

namespace Homeostat.Emulator;

/// <summary>An emulator of one Azure Machine Learning workspace, listening on HTTPS on loopback until it is disposed.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly EmulatorParts _parts;
    private readonly WebApplication _web;
    private readonly X509Certificate2 _certificate;

    private readonly FileStream _turn;

    private EmulatorServer(EmulatorParts parts, WebApplication web, X509Certificate2 certificate, FileStream turn)
    {
        _turn = turn;
        _parts = parts;
        _web = web;
        _certificate = certificate;
    }

    /// <summary>Where resource management listens, as <c>https://127.0.0.1:8443</c>.</summary>
    public Uri Address => new(_parts.Address);

    /// <summary>SHA-256 of the certificate, in hex, for a client to pin.</summary>
    public string Thumbprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>The certificate without its key, as PEM, for a client that would rather trust a file.</summary>
    public string CertificatePath => Path.Combine(_parts.Workspace.Options.StateFolder, ServerCertificate.PublicFile);

    /// <summary>What <c>azureml://datastores/.../paths/</c> stands for.</summary>
    public string StorageFolder => _parts.StorageFolder;

    /// <summary>Resource id of the workspace.</summary>
    public string WorkspaceId => _parts.Text.WorkspaceId;

    /// <summary>What is made to go wrong.</summary>
    public FaultSet Faults => _parts.Faults;

    /// <summary>Starts one on the state that its folder holds.</summary>
    /// <exception cref="EmulatorException">The port is taken, the folder cannot be used, or another emulator runs on it.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        string folder = Path.GetFullPath(options.StateFolder);
        // Against the current folder, now: the web server takes relative ones against the program's.
        options = options with { StateFolder = folder, StorageFolder = Path.GetFullPath(options.StorageFolder ?? Path.Combine(folder, "storage")) };
        var turn = StateLock.Take(folder);
        EmulatorParts? parts = null;
        try
        {
            var certificate = ServerCertificate.LoadOrMake(folder, (options.Durations ?? options.Time).GetUtcNow());
            parts = new EmulatorParts(options, ServerCertificate.Secret(certificate));
            var web = WebHost.Build(options, certificate);
            parts.Map(web);
            parts.Address = await WebHost.StartAsync(web, options, cancellation).ConfigureAwait(false);
            parts.Start();
            return new EmulatorServer(parts, web, certificate, turn);
        }
        catch
        {
            if (parts is not null) await parts.DisposeAsync().ConfigureAwait(false);
            await turn.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends it: children first asked, then killed; what is written stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _web.DisposeAsync().ConfigureAwait(false);
        await _parts.DisposeAsync().ConfigureAwait(false);
        _certificate.Dispose();
        await _turn.DisposeAsync().ConfigureAwait(false);
    }
}
