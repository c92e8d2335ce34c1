using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>A decision about to be journaled.</summary>
/// <param name="Model">Whose.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Id">What makes it one: a second append with the same id is a no-op.</param>
/// <param name="Kind">Which decision, as <see cref="JournalKinds"/> names it.</param>
/// <param name="Summary">One sentence for a person.</param>
/// <param name="Evidence">Everything it was made from.</param>
public sealed record JournalEntry(string Model, DateTimeOffset At, string Id, string Kind, string Summary, JsonElement Evidence);
