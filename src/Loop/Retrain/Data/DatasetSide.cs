namespace Homeostat.Loop;

/// <summary>One of the two parts of a dataset.</summary>
public enum DatasetSide
{
    /// <summary>Rows trained on.</summary>
    Training,

    /// <summary>Rows kept to compare.</summary>
    Holdout,
}
