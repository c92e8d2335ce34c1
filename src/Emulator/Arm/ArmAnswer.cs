using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What resource management answers: a status, a body, and the headers of its asynchronous protocol.</summary>
internal sealed record ArmAnswer(int Status, JsonNode? Body = null)
{
    /// <summary>Id of the operation to poll for its status, told in <c>Azure-AsyncOperation</c>.</summary>
    internal string? AsyncOperation { get; init; }

    /// <summary>Id of the operation to poll for its result, told in <c>Location</c>.</summary>
    internal string? Location { get; init; }

    /// <summary>Whether the client is asked to wait before it asks again.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    internal bool IsError => Status >= 400;

    /// <summary>An error in the form of resource management; the message says what, why and what to do.</summary>
    internal static ArmAnswer Error(int status, string code, string message) => new(status, new JsonObject { ["error"] = ErrorBody(code, message) });

    internal static JsonObject ErrorBody(string code, string message) => new()
    {
        ["code"] = code,
        ["message"] = message,
        ["details"] = new JsonArray(),
        ["additionalInfo"] = new JsonArray(),
    };

    internal static ArmAnswer BadRequest(string message) => Error(400, "BadRequest", message);

    internal static ArmAnswer NotFound(string type, string name) => Error(404, "ResourceNotFound",
        $"The resource '{type}/{name}' was not found. Nothing can be read or changed there. Check the name, or create it first.");

    internal static ArmAnswer Conflict(string what, string operation) => Error(409, "Conflict",
        $"Operation '{operation}' on {what} is in progress. A second one would race with it. Wait for its end, then try again.");

    internal static ArmAnswer List(IEnumerable<JsonObject> values) => new(200, new JsonObject { ["value"] = new JsonArray([.. values]) });
}
