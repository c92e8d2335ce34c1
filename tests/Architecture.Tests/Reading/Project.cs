using System.Xml.Linq;

namespace Homeostat.Architecture.Tests.Reading;

/// <summary>A project file, as written: no evaluation, so what a reader of the file sees is what is checked.</summary>
internal sealed record Project(string Path, XDocument Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsSource => Path.StartsWith("src/", StringComparison.Ordinal);

    public bool IsExecutable => Value("OutputType") is "Exe" or "WinExe" || Sdk.EndsWith(".Web", StringComparison.Ordinal);

    /// <summary>The name Directory.Build.props gives, unless the project says otherwise.</summary>
    public string AssemblyName => Value("AssemblyName") ?? $"Homeostat.{Name}";

    public IEnumerable<string> ProjectReferences =>
        Includes("ProjectReference").Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Replace('\\', '/')));

    public IEnumerable<string> PackageReferences => Includes("PackageReference");

    private string Sdk => Xml.Root?.Attribute("Sdk")?.Value ?? "";

    public static Project Parse(string path, string xml) => new(path, XDocument.Parse(xml));

    public IEnumerable<XElement> Elements(string name) => Xml.Descendants().Where(e => e.Name.LocalName == name);

    public IEnumerable<string> Includes(string item) => Elements(item).Select(e => e.Attribute("Include")?.Value).OfType<string>();

    private string? Value(string property) => Elements(property).LastOrDefault()?.Value;
}
