using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;

namespace Homeostat.AzureML;

/// <summary>Makes the HTTP client, and Azure's client and pipeline over it.</summary>
internal static class Connections
{
    internal static HttpClient Client(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan }; // deadlines come with each call

    internal static SocketsHttpHandler Handler(AzureMLOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // an address that moves is found again
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AllowAutoRedirect = false,
        };
        if (options.PinnedCertificate is { } pin) handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => Is(certificate, pin) };
        return handler;
    }

    internal static ArmConnection Arm(AzureMLOptions options, TokenCredential credential, HttpClient http, TimeProvider time)
    {
        var settings = new ArmClientOptions
        {
            Environment = new ArmEnvironment(options.ResourceManager, options.Audience),
            Transport = new HttpClientTransport(http),
            RetryPolicy = new ArmRetry(time),
        };
        settings.Retry.NetworkTimeout = options.CallDeadline;
        foreach (string type in WorkspaceIds.LongRunning) settings.SetApiVersion(type, options.ApiVersion);
        settings.AddPolicy(new ArmCondition(), HttpPipelinePosition.PerCall);
        var client = new ArmClient(credential, options.Subscription, settings);
        var pipeline = HttpPipelineBuilder.Build(settings, new BearerTokenAuthenticationPolicy(credential, Scope(options.Audience)));
        return new ArmConnection(client, pipeline);
    }

    internal static string Scope(string audience) => audience.TrimEnd('/') + "/.default";

    private static bool Is(X509Certificate? certificate, string pin) =>
        certificate is not null && Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData())).Equals(pin, StringComparison.OrdinalIgnoreCase);
}
