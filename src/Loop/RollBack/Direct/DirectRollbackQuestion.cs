namespace Homeostat.Loop;

/// <summary>Was this rollback begun without the controller?</summary>
/// <param name="Model">The model.</param>
/// <param name="Id">Id of the signal that asked for it.</param>
internal sealed record DirectRollbackQuestion(string Model, string Id);
