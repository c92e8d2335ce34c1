using System.Text.Json;
using System.Text.Json.Serialization;
using Homeostat.Dashboard;

namespace Homeostat.Cli;

/// <summary>What goes to a host and comes from it. Members that a newer host adds are read over.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelView))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(CommandText))]
internal sealed partial class HostJson : JsonSerializerContext;
