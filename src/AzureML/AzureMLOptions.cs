using System.Collections.Immutable;
using Azure.Core;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Which workspace, as whom, and how long to wait for it.</summary>
public sealed record AzureMLOptions
{
    /// <summary>Id of the subscription.</summary>
    public required string Subscription { get; init; }

    /// <summary>The resource group.</summary>
    public required string ResourceGroup { get; init; }

    /// <summary>The workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Who asks; null: what <c>DefaultAzureCredential</c> finds, a managed identity on Azure.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>Where Azure Resource Manager answers. Default: the public cloud. An emulator or a sovereign cloud has another.</summary>
    public Uri ResourceManager { get; init; } = new("https://management.azure.com");

    /// <summary>For whom tokens of Azure Resource Manager are made out. Default: the public cloud.</summary>
    public string Audience { get; init; } = "https://management.azure.com";

    /// <summary>For whom tokens of endpoints with Entra authentication are made out. Default: the public cloud.</summary>
    public string ScoringAudience { get; init; } = "https://ml.azure.com";

    /// <summary>SHA-256 of the only server certificate that is trusted, in hex: an emulator's own. Null: certificates are checked as usual.</summary>
    public string? PinnedCertificate { get; init; }

    /// <summary>Version of the workspace's API. Default 2024-10-01.</summary>
    public string ApiVersion { get; init; } = "2024-10-01";

    /// <summary>Version of Azure Monitor's metrics API. Default 2024-02-01.</summary>
    public string MetricsApiVersion { get; init; } = "2024-02-01";

    /// <summary>Version of Azure Monitor's autoscale API. Default 2022-10-01.</summary>
    public string AutoscaleApiVersion { get; init; } = "2022-10-01";

    /// <summary>The step that metrics are read in, in whole seconds. Default 1 minute: the platform measures none shorter. An emulator may.</summary>
    public TimeSpan MetricsGrain { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Where jobs find what the loop's storage holds: the folder of a datastore that stands for its root, with a slash at the end. Default
    /// <c>azureml://datastores/homeostat/paths/</c>.
    /// </summary>
    public string DataRoot { get; init; } = "azureml://datastores/homeostat/paths/";

    /// <summary>
    /// Folders of the loop's storage that are datastores of their own, as a datastore is one container: each folder's name, and where jobs find it. They are
    /// inputs of those names beside <c>training</c>. Default none: all lies below <see cref="DataRoot"/>.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Folders { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// What a policy leaves out of <c>retrain.job</c>: the environment that the built-in trainer runs in, and where; its command only if it is not
    /// <c>homeostat model train</c>.
    /// </summary>
    public TrainingJobOptions Trainer { get; init; } = new();

    /// <summary>One call of Azure Resource Manager or Azure Monitor, its repetitions included. Default 100 seconds.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>An operation of the service that is waited for, traffic above all. Default 5 minutes.</summary>
    public TimeSpan OperationDeadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After a finished write, until it reads as written. Default 1 minute.</summary>
    public TimeSpan ReadBackDeadline { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>One scoring request. Default 30 seconds.</summary>
    public TimeSpan ScoringDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>All that is wrong with the options, in words; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. When(!Guid.TryParseExact(Subscription, "D", out _), $"{nameof(Subscription)} is '{Subscription}' and must be a subscription's id, a GUID."),
        .. Missing(nameof(ResourceGroup), ResourceGroup),
        .. Missing(nameof(Workspace), Workspace),
        .. Missing(nameof(ApiVersion), ApiVersion),
        .. Missing(nameof(MetricsApiVersion), MetricsApiVersion),
        .. Missing(nameof(AutoscaleApiVersion), AutoscaleApiVersion),
        .. When(ResourceManager is not { IsAbsoluteUri: true, Scheme: "https" }, $"{nameof(ResourceManager)} is '{ResourceManager}' and must be an https address: tokens are not sent in the clear."),
        .. When(!DataRoot.EndsWith('/'), $"{nameof(DataRoot)} is '{DataRoot}' and must end in '/': names of blobs are put behind it."),
        .. When(PinnedCertificate is { } pin && (pin.Length != 64 || !pin.All(char.IsAsciiHexDigit)), $"{nameof(PinnedCertificate)} must be a SHA-256 in hex, 64 digits."),
        .. When(MetricsGrain < TimeSpan.FromSeconds(1) || MetricsGrain.Ticks % TimeSpan.TicksPerSecond != 0, $"{nameof(MetricsGrain)} is {MetricsGrain} and must be whole seconds, 1 or more."),
        .. Positive(nameof(CallDeadline), CallDeadline),
        .. Positive(nameof(OperationDeadline), OperationDeadline),
        .. Positive(nameof(ReadBackDeadline), ReadBackDeadline),
        .. Positive(nameof(ScoringDeadline), ScoringDeadline),
    ];

    private static string[] Missing(string name, string? value) => When(string.IsNullOrWhiteSpace(value), $"{name} is empty.");

    private static string[] Positive(string name, TimeSpan value) => When(value <= TimeSpan.Zero, $"{name} is {value} and must be longer than nothing.");

    private static string[] When(bool isSo, string problem) => isSo ? [problem] : [];
}
