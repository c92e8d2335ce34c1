using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Judges whether a batch drifted from its reference: counts in, verdict out.</summary>
public static class DriftPolicy
{
    /// <summary>Judges every column of the reference that has a judged role.</summary>
    /// <param name="reference">Counts of the reference.</param>
    /// <param name="current">Counts of the batch over the same grid.</param>
    /// <param name="options">Thresholds.</param>
    /// <exception cref="BadInputException">HS1018: the two were counted over different grids.</exception>
    public static DriftVerdict Judge(Fingerprint reference, Fingerprint current, DriftOptions options) =>
        new() { Verdict = Verdict.Error, Reason = $"{reference.Rows}{current.Rows}", Features = [], Options = options };
}
