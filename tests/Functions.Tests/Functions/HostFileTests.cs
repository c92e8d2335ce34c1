using System.Globalization;
using System.Text.Json;

namespace Homeostat.Functions.Tests;

/// <summary>host.json, where a promise of the loop hangs on it.</summary>
public sealed class HostFileTests
{
    // Durable renews each half minute what is being worked on, and refuses less than one minute.
    private static readonly TimeSpan s_shortest = TimeSpan.FromMinutes(1), s_longest = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("controlQueueVisibilityTimeout")]
    [InlineData("workItemQueueVisibilityTimeout")]
    public void HostFile_WhatAKilledHostHadInHand_ComesBackSoon(string timeout)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var storage = file.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("storageProvider");
        Assert.InRange(TimeSpan.Parse(storage.GetProperty(timeout).GetString()!, CultureInfo.InvariantCulture), s_shortest, s_longest);
    }
}
