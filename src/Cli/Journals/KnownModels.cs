using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>The models that have a journal.</summary>
internal static class KnownModels
{
    /// <summary>Refuses a model without a journal, with what was perhaps meant.</summary>
    internal static async Task NeedAsync(IBlobStore store, string folder, string model, CancellationToken cancellation)
    {
        var models = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in store.ListAsync("journal/", cancellation))
            if (blob.Name.Split('/') is [_, var name, _]) models.Add(name);
        if (models.Contains(model)) return;
        string fix = NearMiss.Of(model, models) is { } near ? $"Did you mean '{near}'?"
            : models.Count > 0 ? $"There are journals of {string.Join(", ", models.Take(10))}."
            : "Nothing was decided in this folder yet; is it the folder of the host?";
        throw new BadInputException(ErrorCodes.JournalMissing, $"There is no journal of '{model}' in '{folder}'.", "Without one nothing is known of the model's decisions.", fix);
    }
}
