using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>The stored report on a batch.</summary>
internal static class ReportHandler
{
    // A report brings its own script and style, and needs nothing else: whatever a batch smuggled into it cannot call the API.
    private const string SecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; sandbox allow-scripts";

    internal static async Task<IResult> Read(ApiCall call)
    {
        await call.StandingAsync();
        string batch = call.Values["batch"];
        var blob = CanName(batch) ? await call.Ports.Loop.Store.ReadAsync(StateNames.ReportOf(call.Model, batch), call.Cancellation) : null;
        return blob is not null
            ? new TextAnswer("text/html; charset=utf-8", blob.Content) { SecurityPolicy = SecurityPolicy }
            : throw new ProblemException(ProblemKind.UnknownReport, $"{call.Model} has no report on a batch {Show.Quoted(batch)}. A batch gets one when it was judged, "
                + $"so it is unknown, in quarantine or still being counted. Look for it in /api/models/{call.Model}/journal.");
    }

    // What ids of batches are made of; nothing else can be a blob of ours.
    private static bool CanName(string batch) => batch.Length is > 0 and <= 100 && batch.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
