using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Homeostat.Loop.Tests;

/// <summary>The doc comments of the loop and of what it reads, as plain words.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members = ((string[])["Homeostat.Loop.xml", "Homeostat.Batches.xml"])
        .SelectMany(file => XDocument.Load(Path.Combine(AppContext.BaseDirectory, file)).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The words of a doc comment by its id; words that are no id stay as they are.</summary>
    internal string Of(string idOrWords)
    {
        if (idOrWords.Length < 2 || idOrWords[1] != ':') return idOrWords;
        var summary = _members[idOrWords].Element("summary")!;
        return Spaces.Replace(string.Concat(summary.Nodes().Select(Words)), " ").Trim();
    }

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => JsonWords.Camel(see.Attribute("cref")!.Value.Split('.')[^1]),
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
