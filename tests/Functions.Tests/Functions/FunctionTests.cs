using System.Reflection;
using System.Text.RegularExpressions;
using Homeostat.Dashboard;
using Microsoft.Azure.Functions.Worker;

namespace Homeostat.Functions.Tests;

/// <summary>The app's functions against what the loop and the API have.</summary>
public sealed partial class FunctionTests
{
    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9]{0,127}\z")]
    private static partial Regex Bindable { get; }

    [Fact]
    public void Orchestrators_AreTheLoops() =>
        Assert.Equal(new World().Registry.Orchestrators.Keys.Order(), FunctionTable.With<OrchestrationTriggerAttribute>().Order());

    [Fact]
    public void Activities_AreTheLoops() =>
        Assert.Equal(new World().Registry.Activities.Keys.Order(), FunctionTable.With<ActivityTriggerAttribute>().Order());

    [Fact]
    public void Routes_AreTheTables() => Assert.Equal(
        ApiRoutes.All.Select(route => (route.Name, route.Method, route.Pattern, route.IsOpen)).Order(),
        (from function in FunctionTable.All
         let http = FunctionTable.TriggerOf<HttpTriggerAttribute>(function.Method)
         where http is not null
         let pattern = http.Route!.StartsWith("{ignored", StringComparison.Ordinal) ? "/" : "/" + http.Route
         select (function.Name, http.Methods!.Single().ToUpperInvariant(), pattern, http.AuthLevel == AuthorizationLevel.Anonymous)).Order());

    [Fact]
    public void Names_AreOnceEach_AndThoseOfTheirMethods()
    {
        Assert.Equal(FunctionTable.All.Count, FunctionTable.All.Select(function => function.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(FunctionTable.All, function => Assert.Equal(function.Name, function.Method.Name == "Run" ? function.Method.DeclaringType!.Name : function.Method.Name));
    }

    // The host refuses others at start, and nothing fails when they are compiled.
    [Fact]
    public void Parameters_CanBeBound() =>
        Assert.All(FunctionTable.All.SelectMany(function => function.Method.GetParameters()), parameter => Assert.Matches(Bindable, parameter.Name));

    [Fact]
    public void Classes_CanBeFoundByTheHost() =>
        Assert.All(FunctionTable.All, function => Assert.True(function.Method.IsPublic && function.Method.DeclaringType!.IsPublic));

    [Theory]
    [InlineData("BatchArrived", "batches/{name}")]
    [InlineData("LabelsArrived", "labels/{name}")]
    [InlineData("PolicyChanged", "policies/{name}")]
    public void BlobTriggers_ListenToEventGrid(string function, string path)
    {
        var trigger = FunctionTable.TriggerOf<BlobTriggerAttribute>(FunctionTable.All.Single(found => found.Name == function).Method)!;
        Assert.Equal((path, BlobTriggerSource.EventGrid, Settings.Storage), (trigger.BlobPath, trigger.Source, trigger.Connection));
    }
}
