using System.Globalization;
using System.Text.Json.Nodes;

namespace Homeostat.Functions.Tests;

/// <summary>The two host.json: one for each thing that may keep orchestrations.</summary>
public sealed class HostFileTests
{
    private static readonly JsonNode s_storage = Read("host.json"), s_scheduler = Read("host.scheduler.json");

    [Fact]
    public void Scheduler_DiffersInItsProviderOnly()
    {
        var (one, other) = (s_storage.DeepClone(), s_scheduler.DeepClone());
        foreach (var host in new[] { one, other }) Assert.True(host["extensions"]!["durableTask"]!.AsObject().Remove("storageProvider"));
        Assert.True(JsonNode.DeepEquals(one, other), $"{one}\n{other}");
    }

    [Fact]
    public void Providers_AreThoseOfThePackagesThatAreReferenced()
    {
        string app = File.ReadAllText(InOutput("Functions.csproj.txt")), versions = File.ReadAllText(InOutput("Directory.Packages.props.txt"));
        foreach (var (host, provider, package) in new[] { (s_storage, "AzureStorage", "DurableTask"), (s_scheduler, "azureManaged", "DurableTask.AzureManaged") })
        {
            Assert.Equal(provider, (string?)host["extensions"]!["durableTask"]!["storageProvider"]!["type"]);
            Assert.Contains($"<PackageReference Include=\"Microsoft.Azure.Functions.Worker.Extensions.{package}\" />", app, StringComparison.Ordinal);
            Assert.Contains($"<PackageVersion Include=\"Microsoft.Azure.Functions.Worker.Extensions.{package}\" Version=", versions, StringComparison.Ordinal);
        }
    }

    /// <summary>The scheduler's address is a setting that Bicep gives, where it gives the scheduler.</summary>
    [Fact]
    public void SchedulersConnection_IsASettingOfTheApp()
    {
        string connection = (string)s_scheduler["extensions"]!["durableTask"]!["storageProvider"]!["connectionStringName"]!;
        string app = File.ReadAllText(InOutput(Path.Combine("infra", "app.bicep")));
        string given = app[app.IndexOf("var schedulerSettings = durable.backend == 'DurableTaskScheduler'", StringComparison.Ordinal)..];
        Assert.Contains($"  {connection}: 'Endpoint=", given[..given.IndexOf("\n}", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("properties: union(appSettings, schedulerSettings)", app, StringComparison.Ordinal);
    }

    // Durable renews each half minute what is being worked on, and refuses less than one minute.
    [Theory]
    [InlineData("controlQueueVisibilityTimeout")]
    [InlineData("workItemQueueVisibilityTimeout")]
    public void Storage_WhatAKilledHostHadInHand_ComesBackSoon(string timeout)
    {
        string value = (string)s_storage["extensions"]!["durableTask"]!["storageProvider"]![timeout]!;
        Assert.InRange(TimeSpan.Parse(value, CultureInfo.InvariantCulture), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(InOutput(file)))!;

    private static string InOutput(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
