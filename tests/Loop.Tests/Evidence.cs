using System.Text.Json;

namespace Homeostat.Loop.Tests;

/// <summary>Records as journal evidence: written as JSON, read again, judged again.</summary>
internal static class Evidence
{
    /// <summary>The record as it comes back from the journal, which must be the record that went in.</summary>
    public static T Back<T>(T record)
    {
        string written = JsonSerializer.Serialize(record);
        var back = JsonSerializer.Deserialize<T>(written)!;
        Assert.Equal(written, JsonSerializer.Serialize(back));
        return back;
    }

    /// <summary>Equal as the journal sees it: member by member, arrays by their elements.</summary>
    public static void Same<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
