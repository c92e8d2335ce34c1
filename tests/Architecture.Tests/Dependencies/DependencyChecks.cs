namespace Homeostat.Architecture.Tests.Dependencies;

internal static class DependencyChecks
{
    public static IEnumerable<string> Direction(IEnumerable<Project> projects, IReadOnlyDictionary<string, string[]> rows)
    {
        var all = projects.ToList();
        var outsiders = all.Where(p => !p.IsSource).Select(p => p.Name).ToHashSet();
        foreach (var project in all.Where(p => p.IsSource))
        {
            if (!rows.ContainsKey(project.Name))
            {
                yield return $"{project.Path} has no row in DependencyTable: decide what it may know and add one";
                continue;
            }
            var allowed = DependencyTable.Reachable(project.Name, rows);
            foreach (var reference in project.ProjectReferences.Where(r => !allowed.Contains(r)))
            {
                var why = outsiders.Contains(reference) ? "product code never knows tests or benchmarks" : $"{project.Name} may know only: {Listed(allowed)}";
                yield return $"{project.Path} references {reference}; {why}";
            }
        }
    }

    public static IEnumerable<string> Leaf(IEnumerable<Project> projects) =>
        from project in projects
        where project.ProjectReferences.Contains(DependencyTable.Leaf)
        select $"{project.Path} references {DependencyTable.Leaf}, which is a leaf";

    /// <summary>Ways around a project reference: a binary reference, or another project's sources compiled in.</summary>
    public static IEnumerable<string> BackDoors(IEnumerable<Project> projects)
    {
        foreach (var project in projects.Where(p => p.IsSource))
        {
            foreach (var include in project.Includes("Reference"))
            {
                yield return $"{project.Path} references the assembly {include}; reference a project or a package";
            }
            foreach (var include in project.Includes("Compile").Where(i => i.Contains("..", StringComparison.Ordinal)))
            {
                yield return $"{project.Path} compiles {include} from outside its folder";
            }
        }
    }

    public static IEnumerable<string> Packages(IEnumerable<Project> projects)
    {
        foreach (var project in projects.Where(p => p.IsSource))
        {
            var only = DependencyTable.OnlyPackages.GetValueOrDefault(project.Name);
            foreach (var package in project.PackageReferences.Where(p => only is not null && !only.Contains(p)))
            {
                yield return $"{project.Path} references {package}; allowed: {Listed(only!)}";
            }
            foreach (var package in project.PackageReferences.Where(IsAzure))
            {
                if (!DependencyTable.MayKnowAzure.Contains(project.Name))
                {
                    yield return $"{project.Path} references {package}; only {Listed(DependencyTable.MayKnowAzure)} may know Azure";
                }
            }
        }
    }

    /// <summary>Versions stand in Directory.Packages.props, once; a project only names the package.</summary>
    public static IEnumerable<string> Versions(IEnumerable<Project> projects, IReadOnlySet<string> central)
    {
        foreach (var project in projects)
        {
            foreach (var reference in project.Elements("PackageReference"))
            {
                var name = reference.Attribute("Include")?.Value ?? reference.Attribute("Update")?.Value;
                var versioned = reference.Attributes().Select(a => a.Name).Concat(reference.Elements().Select(e => e.Name))
                    .Any(n => n.LocalName is "Version" or "VersionOverride");
                if (versioned)
                {
                    yield return $"{project.Path} gives a version for {name}; move it to Directory.Packages.props";
                }
                if (name is not null && !central.Contains(name))
                {
                    yield return $"{project.Path} references {name}, which has no PackageVersion in Directory.Packages.props";
                }
            }
            foreach (var version in project.Elements("PackageVersion"))
            {
                yield return $"{project.Path} has a PackageVersion for {version.Attribute("Include")?.Value}; move it to Directory.Packages.props";
            }
        }
    }

    private static bool IsAzure(string package) =>
        package.StartsWith("Azure.", StringComparison.OrdinalIgnoreCase) || package.StartsWith("Microsoft.Azure.", StringComparison.OrdinalIgnoreCase);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order().DefaultIfEmpty("nothing"));
}
