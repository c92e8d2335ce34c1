namespace Homeostat.Loop;

/// <summary>A rollback that was begun without the controller.</summary>
/// <param name="Request">What was asked for, and decided on.</param>
/// <param name="IsDone">Whether it is proven; false: it is under way, or broke off.</param>
internal sealed record DirectRollbackFound(RollbackRequest Request, bool IsDone);
