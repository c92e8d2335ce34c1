namespace Homeostat.ModelRuntime.MLNet;

/// <summary>What learns.</summary>
internal enum TrainerKind
{
    /// <summary>Boosted trees (Friedman, 2001; ML.NET's FastTree): features may act together.</summary>
    FastTree,

    /// <summary>A linear model by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013).</summary>
    Sdca,
}
