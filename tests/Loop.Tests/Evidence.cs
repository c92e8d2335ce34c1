using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.Loop.Tests;

/// <summary>Records as journal evidence: written as JSON, read again, judged again.</summary>
internal static class Evidence
{
    // As the journal writes, and as plain as it comes.
    private static readonly JsonSerializerOptions s_named = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The record as it comes back from the journal, which must be the record that went in.</summary>
    public static T Back<T>(T record) => Back(Back(record, JsonSerializerOptions.Default), s_named);

    private static T Back<T>(T record, JsonSerializerOptions options)
    {
        string written = JsonSerializer.Serialize(record, options);
        var back = JsonSerializer.Deserialize<T>(written, options)!;
        Assert.Equal(written, JsonSerializer.Serialize(back, options));
        return back;
    }

    /// <summary>Equal as the journal sees it: member by member, arrays by their elements.</summary>
    public static void Same<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
