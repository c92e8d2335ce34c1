using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>
/// Names of training jobs: the same model, cause and data give the same name, and a platform that refuses a second job of one name trains at
/// most once. Letters, digits, <c>-</c> and <c>_</c>, starting with a letter or digit, below 64 characters.
/// </summary>
public static class JobName
{
    private const int LongestModel = 24, HashLength = 16;

    /// <summary>The name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cause">Why it is trained.</param>
    /// <param name="dataHash">SHA-256 of the dataset, in hex.</param>
    /// <param name="attempt">1 for the first submission; a failed job keeps its name, so each further attempt needs its own.</param>
    public static string Of(string model, RetrainCause cause, string dataHash, int attempt = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentException.ThrowIfNullOrEmpty(dataHash);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{cause}\n{dataHash}"));
        string name = $"{Clean(model)}-{Of(cause)}-{Convert.ToHexStringLower(hash)[..HashLength]}";
        return attempt == 1 ? name : name + "-" + attempt.ToString(CultureInfo.InvariantCulture);
    }

    // The hash is over the whole model name: cutting it makes no two jobs one.
    private static string Clean(string model)
    {
        string cut = model.Length > LongestModel ? model[..LongestModel] : model;
        string clean = string.Concat(cut.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).TrimStart('-', '_');
        return clean.Length == 0 ? "model" : clean;
    }

    private static string Of(RetrainCause cause) => cause switch
    {
        RetrainCause.CovariateShift => "drift",
        RetrainCause.ConceptDrift => "concept",
        RetrainCause.PerformanceLoss => "performance",
        RetrainCause.NewLabels => "labels",
        RetrainCause.BrokenData => "data",
        RetrainCause.BadDeployment => "deployment",
        RetrainCause.Manual => "manual",
        _ => "schedule",
    };
}
