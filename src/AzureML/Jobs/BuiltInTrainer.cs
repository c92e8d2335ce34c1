namespace Homeostat.AzureML;

/// <summary>The command line of the reference model's trainer, as docs/model-runtime.md has it.</summary>
internal static class BuiltInTrainer
{
    private const string Train = "homeostat model train --data {0}/${{{{inputs.manifest}}}} --root {0} --output ${{{{outputs.model}}}} --trials ${{{{inputs.trials}}}}";

    // One tree of what is mounted in several places, as the manifest's names are of one tree.
    private const string Tree = "data", Link = "mkdir -p " + Tree + " && ln -sfn ${{inputs.training}}/* " + Tree + "/ && ";

    // A placeholder without an input would be refused.
    internal static string Command(bool hasChampion, IReadOnlyList<string> folders)
    {
        string train = string.Format(System.Globalization.CultureInfo.InvariantCulture, Train, folders.Count == 0 ? "${{inputs.training}}" : Tree);
        string links = string.Concat(folders.Select(folder => $"ln -sfn ${{{{inputs.{folder}}}}} {Tree}/{folder} && "));
        return (folders.Count == 0 ? "" : Link) + links + train + (hasChampion ? " --champion ${{inputs.champion}}" : "");
    }
}
