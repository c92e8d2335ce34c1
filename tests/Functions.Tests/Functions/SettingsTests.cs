using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Homeostat.Functions.Tests;

/// <summary>The settings that code and host.json read, against local.settings.json.</summary>
public sealed partial class SettingsTests
{
    private static readonly Dictionary<string, string> s_local = Values();

    [GeneratedRegex("%(?<name>[A-Z_]+)%")]
    private static partial Regex Placeholder { get; }

    public static TheoryData<string> Read =>
    [
        .. typeof(Settings).GetFields().Select(field => (string)field.GetRawConstantValue()!),
        .. Placeholder.Matches(File.ReadAllText(InOutput("host.json"))).Select(match => match.Groups["name"].Value),
        .. from function in FunctionTable.All
           let timer = FunctionTable.TriggerOf<TimerTriggerAttribute>(function.Method)
           where timer is not null
           select Placeholder.Match(timer.Schedule).Groups["name"].Value,
        "AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME",
    ];

    [Theory]
    [MemberData(nameof(Read))]
    public void Setting_IsInLocalSettings(string name) => Assert.Contains(name, s_local.Keys);

    [Fact]
    public void LocalSettings_HoldNothingElse_AndNoSecret()
    {
        Assert.Empty(s_local.Keys.Except(Read.Select(row => (string)row.GetData()[0]!)).Except(["AzureWebJobsDisableHomepage"]));
        Assert.All(s_local.Values, value => Assert.DoesNotMatch("(?i)key=|sig=|secret|password", value));
    }

    [Fact]
    public void LocalSettings_AreEnoughToStart()
    {
        var settings = AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(s_local!).Build());
        Assert.Equal(("UseDevelopmentStorage=true", null, null), (settings.StorageConnection, settings.Telemetry, settings.Collector));
        Assert.Equal("https://127.0.0.1:5190/", settings.Workspace.ResourceManager.ToString());
    }

    [Fact]
    public void MissingSettings_AreAllTold()
    {
        var told = Assert.Throws<SettingsException>(() => AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("COLLECTOR_CONTAINER", "nowhere")]).Build()));
        foreach (string name in new[] { Settings.Storage, Settings.Subscription, Settings.ResourceGroup, Settings.Workspace, Settings.Collector })
            Assert.Contains(name, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IdentityInPlaceOfAConnectionString_IsTaken()
    {
        var settings = AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(s_local!).AddInMemoryCollection(
        [
            new(Settings.Storage, ""), new($"{Settings.Storage}:blobServiceUri", "https://account.blob.core.windows.net"), new($"{Settings.Storage}:clientId", "id"),
        ]).Build());
        Assert.Equal(("https://account.blob.core.windows.net/", "id"), (settings.StorageUri!.ToString(), settings.Identity));
    }

    private static string InOutput(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static Dictionary<string, string> Values()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(InOutput("local.settings.json")));
        return json.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);
    }
}
