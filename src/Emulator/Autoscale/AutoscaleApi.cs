using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Azure Monitor's autoscale settings of deployments. They are kept and told; nothing is scaled by them.</summary>
internal sealed class AutoscaleApi(Workspace workspace, ResourceText text)
{
    internal ArmAnswer List(ArmRequest request) => workspace.Read(state => Paging.Of(request, text.Address, state.AutoscaleSettings.Select(setting => Render(setting.Key, setting.Value))));

    internal ArmAnswer Get(ArmRequest request) => workspace.Read(state =>
        state.AutoscaleSettings.TryGetValue(request.Name, out var found) ? new ArmAnswer(200, Render(request.Name, found)) : ArmAnswer.NotFound("autoscaleSettings", request.Name));

    internal ArmAnswer Put(ArmRequest request)
    {
        if (AutoscaleRules.Refuse(request.Body) is { } wrong) return ArmAnswer.BadRequest(wrong);
        return workspace.Write(state =>
        {
            string target = request.Body["properties"]!["targetResourceUri"]!.GetValue<string>();
            if (!Targets(state).Contains(target, StringComparer.OrdinalIgnoreCase)) return ArmAnswer.NotFound("deployments", target);
            bool isNew = !state.AutoscaleSettings.TryGetValue(request.Name, out var setting);
            setting ??= state.AutoscaleSettings[request.Name] = new ResourceContent { CreatedAt = workspace.Today };
            setting.Body = ResourceText.Written(request.Body);
            setting.ModifiedAt = workspace.Today;
            return new ArmAnswer(isNew ? 201 : 200, Render(request.Name, setting));
        });
    }

    internal ArmAnswer Delete(ArmRequest request) => workspace.Write(state => new ArmAnswer(state.AutoscaleSettings.Remove(request.Name) ? 200 : 204));

    private IEnumerable<string> Targets(WorkspaceState state) =>
        from endpoint in state.Endpoints.Values
        from deployment in endpoint.Deployments.Values
        select text.DeploymentId(endpoint.Name, deployment.Name);

    private JsonObject Render(string name, ResourceContent setting)
    {
        var resource = text.Envelope($"{text.GroupId}/providers/Microsoft.Insights/autoscaleSettings/{name}", "", setting);
        resource["type"] = "Microsoft.Insights/autoscaleSettings";
        return resource;
    }
}
