using System.Text;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Scenarios.Tests.Worlds;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests;

/// <summary>Real journals, told to somebody who was woken by them.</summary>
public sealed class ExplainTests
{
    public static TheoryData<string> Names => Library.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Dump(string name)
    {
        await using var world = await World.OpenAsync(Weather.Calm, Library.Stories[name].Empty);
        await Library.Stories[name].Tell(world);
        var text = new StringBuilder();
        var explainer = new JournalExplainer(world.Store);
        Tell(text, await explainer.StandingAsync("flights", default));
        foreach (var record in await world.Journal()) Tell(text, await explainer.ExplainAsync("flights", record.Sequence.ToString(), default));
        foreach (var incident in await explainer.IncidentsAsync("flights", default)) Tell(text, await explainer.ExplainAsync("flights", incident.Id, default));
        File.WriteAllText($"/tmp/explain/{name}.txt", $"{world.State.Phase}\n{text}");
    }

    private static void Tell(StringBuilder text, Explanation? it)
    {
        text.Append("### ").AppendLine(it?.Title ?? "nothing");
        foreach (var (title, lines) in it?.Parts ?? [])
        {
            text.AppendLine(title);
            foreach (string line in lines) text.Append("  ").AppendLine(line);
        }
        text.AppendLine();
    }
}
