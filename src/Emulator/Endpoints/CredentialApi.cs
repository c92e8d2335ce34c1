using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Keys, tokens and logs: what is asked for by POST.</summary>
internal sealed class CredentialApi(Workspace workspace, EndpointKeys keys, DeploymentHosts hosts)
{
    internal ArmAnswer ListKeys(ArmRequest request) => Find(request, endpoint => new ArmAnswer(200, new JsonObject
    {
        ["primaryKey"] = keys.Primary(endpoint),
        ["secondaryKey"] = keys.Secondary(endpoint),
    }));

    internal ArmAnswer RegenerateKeys(ArmRequest request)
    {
        string? type = EndpointRules.Text(request.Body["keyType"]), value = EndpointRules.Text(request.Body["keyValue"]);
        if (type is not ("Primary" or "Secondary"))
            return ArmAnswer.BadRequest($"'keyType' is {EndpointRules.Quoted(request.Body["keyType"])}. It cannot be told which key to make anew. Use Primary or Secondary.");
        return workspace.Write(state =>
        {
            if (!state.Endpoints.TryGetValue(request.Endpoint, out var endpoint)) return ArmAnswer.NotFound("onlineEndpoints", request.Endpoint);
            if (type == "Primary") (endpoint.PrimaryKey, endpoint.ChosenPrimaryKey) = (endpoint.PrimaryKey + 1, value);
            else (endpoint.SecondaryKey, endpoint.ChosenSecondaryKey) = (endpoint.SecondaryKey + 1, value);
            return new ArmAnswer(200);
        });
    }

    internal ArmAnswer Token(ArmRequest request) => Find(request, endpoint =>
    {
        var expiry = workspace.Now + EndpointKeys.TokenLife;
        return new ArmAnswer(200, new JsonObject
        {
            ["accessToken"] = keys.Token(endpoint.Name, expiry),
            ["expiryTimeUtc"] = expiry.ToUnixTimeSeconds(),
            ["refreshAfterTimeUtc"] = (expiry - (EndpointKeys.TokenLife / 2)).ToUnixTimeSeconds(),
            ["tokenType"] = "Bearer",
        });
    });

    internal ArmAnswer Logs(ArmRequest request) => Find(request, endpoint =>
    {
        if (!endpoint.Deployments.TryGetValue(request.Deployment, out var deployment)) return ArmAnswer.NotFound("deployments", request.Deployment);
        int lines = request.Body["tail"] is JsonValue tail && tail.TryGetValue(out int asked) && asked > 0 ? asked : 100;
        return new ArmAnswer(200, new JsonObject { ["content"] = LogTail.Read(hosts.Of(endpoint.Name, deployment.Name).Log, lines) });
    });

    private ArmAnswer Find(ArmRequest request, Func<EndpointRecord, ArmAnswer> answer) => workspace.Read(state =>
        state.Endpoints.TryGetValue(request.Endpoint, out var endpoint) ? answer(endpoint) : ArmAnswer.NotFound("onlineEndpoints", request.Endpoint));
}
