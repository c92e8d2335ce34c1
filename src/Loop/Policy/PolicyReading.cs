using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What a policy file holds, and everything that is wrong with it.</summary>
/// <param name="Policy">The policy; null when there is an error.</param>
/// <param name="Problems">Errors first, then warnings, each in the order of the sections.</param>
public sealed record PolicyReading(ModelPolicy? Policy, ImmutableArray<PolicyProblem> Problems);
