using System.Text.RegularExpressions;
using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Alerts, against the runbook and against the kinds of records that a journal has.</summary>
internal static partial class AlertChecks
{
    [GeneratedRegex("^## (?<name>[a-z]+(?:-[a-z]+)+)$", RegexOptions.Multiline)]
    private static partial Regex Section { get; }

    [GeneratedRegex("""\bKind\s*(?:==|in)\s*\(?(?<kinds>(?:\s*"[^"]*",?)+)""")]
    private static partial Regex Kinds { get; }

    [GeneratedRegex("\"(?<text>[^\"]*)\"")]
    private static partial Regex Quoted { get; }

    /// <summary>Every alert has a section with the three parts, every section an alert.</summary>
    internal static IEnumerable<string> Runbook(BicepFile alerts, string operations)
    {
        string[] names = [.. Items(alerts).Select(alert => ((TextSyntax)alert["name"]!).Plain!)];
        string[] sections = [.. Section.Matches(operations).Select(match => match.Groups["name"].Value)];
        foreach (string name in names.Except(sections)) yield return $"docs/operations.md has no section '{name}'";
        foreach (string section in sections.Except(names)) yield return $"docs/operations.md tells of '{section}', which no alert is named";
        foreach (string name in names.Intersect(sections))
        {
            string text = operations[operations.IndexOf($"## {name}\n", StringComparison.Ordinal)..];
            int end = text.IndexOf("\n## ", StringComparison.Ordinal);
            foreach (string part in new[] { "**It means**", "**Look at**", "**Do**" })
                if (!text[..(end < 0 ? text.Length : end)].Contains(part, StringComparison.Ordinal)) yield return $"'{name}' lacks {part}";
        }
    }

    /// <summary>Kinds that a query asks for are kinds that are written.</summary>
    internal static IEnumerable<string> Asked(string queries, string journalKinds)
    {
        var written = Quoted.Matches(journalKinds).Select(match => match.Groups["text"].Value).ToHashSet();
        var asked = Kinds.Matches(queries.Replace("\\\"", "\"", StringComparison.Ordinal)).SelectMany(match => Quoted.Matches(match.Groups["kinds"].Value)).Select(match => match.Groups["text"].Value).ToList();
        if (asked.Count == 0) yield return "no query asks for a kind";
        foreach (string kind in asked.Distinct().Where(kind => !written.Contains(kind))) yield return $"a query asks for '{kind}', which no journal has";
    }

    private static IEnumerable<ObjectSyntax> Items(BicepFile alerts) =>
        ((ArraySyntax)alerts.Declarations.OfType<VariableDeclaration>().Single(variable => variable.Name == "alerts").Value).Items.Cast<ObjectSyntax>();
}
