namespace Homeostat.AzureML;

/// <summary>The command line of the reference model's trainer, as docs/model-runtime.md has it.</summary>
internal static class BuiltInTrainer
{
    private const string Start = "homeostat model train --data ${{inputs.training}}/${{inputs.manifest}} --root ${{inputs.training}} --output ${{outputs.model}} --trials ${{inputs.trials}}";

    // A placeholder without an input would be refused.
    internal static string Command(bool hasChampion) => hasChampion ? Start + " --champion ${{inputs.champion}}" : Start;
}
