using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>The kinds of problems; docs/errors.md explains each by its code.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind in words.</param>
internal sealed record ProblemKind(string Code, int Status, string Title)
{
    internal static readonly ProblemKind UnknownModel = new("HS3001", StatusCodes.Status404NotFound, "Unknown model"),
        BadBody = new("HS3002", StatusCodes.Status400BadRequest, "Bad body"),
        BadKey = new("HS3003", StatusCodes.Status401Unauthorized, "Bad key"),
        RollbackRefused = new("HS3004", StatusCodes.Status409Conflict, "Nothing to roll back to"),
        UnknownApproval = new("HS3005", StatusCodes.Status404NotFound, "Unknown approval"),
        ApprovalClosed = new("HS3006", StatusCodes.Status409Conflict, "Approval is not open"),
        NoController = new("HS3007", StatusCodes.Status503ServiceUnavailable, "No controller"),
        RetrainRefused = new("HS3008", StatusCodes.Status409Conflict, "Retraining refused"),
        RollbackBusy = new("HS3009", StatusCodes.Status409Conflict, "Rollback under way"),
        RollbackFailed = new("HS3010", StatusCodes.Status502BadGateway, "Rollback failed"),
        UnknownReport = new("HS3011", StatusCodes.Status404NotFound, "Unknown report"),
        BadQuery = new("HS3012", StatusCodes.Status400BadRequest, "Bad query"),
        Unavailable = new("HS3013", StatusCodes.Status503ServiceUnavailable, "Surroundings do not answer"),
        UnknownPageFile = new("HS3015", StatusCodes.Status404NotFound, "Unknown file of the page"),
        Bug = new("HS3014", StatusCodes.Status500InternalServerError, "Unexpected error");

    private const string Page = "https://homeostat.dev/docs/errors.md";

    /// <summary>Leads to the explanation.</summary>
    internal string Type => $"{Page}#{Code.ToLowerInvariant()}";
}
