namespace Homeostat.ModelRuntime;

/// <summary>Stable codes of what can be wrong around a model; docs/errors.md explains each.</summary>
internal static class ModelErrors
{
    internal const string ConfigInvalid = "HS3101";
    internal const string NothingToLearn = "HS3102";
    internal const string OutputTaken = "HS3103";
    internal const string ModelDamaged = "HS3104";
    internal const string ModelNewer = "HS3105";
    internal const string PortTaken = "HS3106";
}
