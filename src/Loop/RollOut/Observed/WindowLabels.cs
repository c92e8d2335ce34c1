namespace Homeostat.Loop;

/// <summary>Labelled rows of one batch in a window.</summary>
/// <param name="Of">The entry they were counted from: as long as it is the same, so are they.</param>
/// <param name="Labelled">Rows with a label.</param>
/// <param name="Wrong">Of them answered wrongly.</param>
internal sealed record WindowLabels(string Of, long Labelled, long Wrong);
