using System.Text;
using System.Text.Json.Nodes;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A policy file in the making.</summary>
internal sealed class PolicyText
{
    private readonly JsonObject _root = JsonNode.Parse("""
        {
          "model": "flights", "endpoint": "flights", "roles": { "late": "label", "answer": "prediction" },
          "retrain": { "minimumNewLabels": 0 },
          "rollout": { "step": { "minimumRequests": 100, "minimumTime": "10m", "maximumTime": "1h", "interval": "5m" } },
          "bake": { "time": "2h", "interval": "30m" }
        }
        """)!.AsObject();

    internal void Set(string path, object value)
    {
        var node = _root;
        string[] parts = path.Split('.');
        foreach (string part in parts[..^1])
        {
            if (node[part] is null) node[part] = new JsonObject();
            node = node[part]!.AsObject();
        }
        node[parts[^1]] = value is JsonNode json ? json : JsonValue.Create(value);
    }

    internal byte[] Bytes() => Encoding.UTF8.GetBytes(_root.ToJsonString());
}
