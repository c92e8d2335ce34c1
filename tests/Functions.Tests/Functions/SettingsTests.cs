using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Homeostat.Functions.Tests;

/// <summary>The settings that code and host.json read, against local.settings.json and the app's settings in Bicep.</summary>
public sealed partial class SettingsTests
{
    private static readonly Dictionary<string, string> s_local = Values();

    private static readonly IReadOnlyList<string> s_bicep = InBicep();

    [GeneratedRegex(@"^var appSettings = \{\s*$(?<settings>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex AppSettingsObject { get; }

    [GeneratedRegex(@"^  (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex Member { get; }

    [GeneratedRegex("%(?<name>[A-Z_]+)%")]
    private static partial Regex Placeholder { get; }

    public static TheoryData<string> Read => [.. Names];

    private static IReadOnlyList<string> Names =>
    [
        .. typeof(Settings).GetFields().Select(constant => (string)constant.GetRawConstantValue()!),
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

    [Theory]
    [MemberData(nameof(Read))]
    public void Setting_IsInBicep(string name)
    {
        // The host's own; on Azure the plan says which worker it is.
        if (name == "FUNCTIONS_WORKER_RUNTIME") return;
        Assert.Contains(s_bicep, set => set == name || set.StartsWith($"{name}__", StringComparison.Ordinal));
    }

    [Fact]
    public void Bicep_SetsNothingThatNobodyReads() => Assert.Empty(s_bicep
        .Select(set => set.Split("__")[0])
        .Except(Names)
        .Except(["AzureWebJobsDisableHomepage", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]));

    [Fact]
    public void LocalSettings_HoldNothingElse_AndNoSecret()
    {
        Assert.Empty(s_local.Keys.Except(Names).Except(["AzureWebJobsDisableHomepage"]));
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

    [Fact]
    public void ContainersOfTheirOwn_AreDatastoresOfTheirOwn()
    {
        var settings = AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(s_local!).AddInMemoryCollection([new(Settings.DataRoot, "azureml://datastores/homeostat/paths/")]).Build());
        Assert.Equal("azureml://datastores/homeostat_batches/paths/", settings.Workspace.Folders["batches"]);
        Assert.Equal("azureml://datastores/homeostat_labels/paths/", settings.Workspace.Folders["labels"]);
    }

    private static IReadOnlyList<string> InBicep()
    {
        string app = File.ReadAllText(InOutput(Path.Combine("infra", "app.bicep")));
        return [.. Member.Matches(AppSettingsObject.Match(app).Groups["settings"].Value).Select(member => member.Groups["name"].Value)];
    }

    private static string InOutput(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static Dictionary<string, string> Values()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(InOutput("local.settings.json")));
        return json.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!);
    }
}
