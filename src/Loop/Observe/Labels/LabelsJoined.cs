namespace Homeostat.Loop;

/// <summary>What came of a label file.</summary>
/// <param name="File">Its id.</param>
/// <param name="NewLabels">Predictions that have a label now and had none before.</param>
/// <param name="Reason">In words.</param>
public sealed record LabelsJoined(string File, long NewLabels, string Reason);
