namespace Homeostat.AzureML;

/// <summary>The command line of the reference model's trainer, as docs/model-runtime.md has it.</summary>
internal static class BuiltInTrainer
{
    // One tree of what is mounted in several places, as the manifest's names are of one tree.
    private const string Tree = "data", Link = "mkdir -p " + Tree + " && ln -sfn ${{inputs.training}}/* " + Tree + "/ && ";

    // A placeholder without an input would be refused.
    internal static string Command(bool hasChampion, IReadOnlyList<string> folders)
    {
        string root = folders.Count == 0 ? "${{inputs.training}}" : Tree;
        string links = folders.Count == 0 ? "" : Link + string.Concat(folders.Select(folder => "ln -sfn ${{inputs." + folder + "}} " + Tree + "/" + folder + " && "));
        string champion = hasChampion ? " --champion ${{inputs.champion}}" : "";
        return links + "homeostat model train --data " + root + "/${{inputs.manifest}} --root " + root + " --output ${{outputs.model}} --trials ${{inputs.trials}}" + champion;
    }
}
