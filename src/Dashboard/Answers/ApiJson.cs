using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.Dashboard;

/// <summary>How the API writes and reads JSON: camelCase; what it does not know in a body is an error, for it would not be done.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ModelView))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(JournalPage))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(RouteList))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(CommandBody))]
[JsonSerializable(typeof(RollbackBody))]
[JsonSerializable(typeof(ApprovalBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>An enum's value as it is written.</summary>
    internal static string NameOf<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
