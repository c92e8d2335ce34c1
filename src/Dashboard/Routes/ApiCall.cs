using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>One request on its way.</summary>
/// <param name="Api">Ports and options.</param>
/// <param name="Request">As it came.</param>
/// <param name="Values">Route values by name.</param>
internal sealed record ApiCall(Api Api, HttpRequest Request, IReadOnlyDictionary<string, string> Values)
{
    internal ApiPorts Ports => Api.Ports;

    internal ApiOptions Options => Api.Options;

    /// <summary>The model that the address names.</summary>
    internal string Model => Values["m"];

    internal CancellationToken Cancellation => Request.HttpContext.RequestAborted;

    /// <summary>What is known of the model.</summary>
    /// <exception cref="ProblemException">There is none of this name.</exception>
    internal async Task<ModelStanding> StandingAsync()
    {
        if (await Api.Models.FindAsync(Model, Cancellation) is { } standing) return standing;
        var names = await Api.Models.NamesAsync(Cancellation);
        const int Shown = 10;
        string known = names.Count == 0
            ? "there is none yet: write a policy to 'policies/{model}.json'"
            : $"there {(names.Count == 1 ? "is" : "are")} {string.Join(", ", names.Take(Shown))}{(names.Count > Shown ? $" and {names.Count - Shown} more" : "")}";
        throw new ProblemException(ProblemKind.UnknownModel, $"No model is named {Show.Quoted(Model)}. Nothing was looked at or changed. Check the name; {known}.");
    }
}
