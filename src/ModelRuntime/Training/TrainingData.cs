using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>Rows to train on, ready to be read several times.</summary>
/// <param name="Input">The rows.</param>
/// <param name="Schema">Types, roles and missing values, as far as they are known.</param>
/// <param name="Hash">SHA-256 of what the rows are, in hex.</param>
internal sealed record TrainingData(BatchInput Input, SchemaOverrides Schema, string Hash) : IDisposable
{
    /// <summary>A file made for the occasion; null when there is none.</summary>
    public string? Temporary { get; init; }


    public void Dispose()
    {
        Input.Dispose();
        if (Temporary is not null) File.Delete(Temporary);
    }
}
