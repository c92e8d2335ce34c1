namespace Homeostat.ModelRuntime;

/// <summary>Stable codes of what can be wrong around a model; docs/errors.md explains each.</summary>
internal static class ModelErrors
{
    internal const string ConfigInvalid = "HS3201";
    internal const string NothingToLearn = "HS3202";
    internal const string OutputTaken = "HS3203";
    internal const string ModelDamaged = "HS3204";
    internal const string ModelNewer = "HS3205";
    internal const string PortTaken = "HS3206";
}
