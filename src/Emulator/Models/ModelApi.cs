using System.Globalization;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Registered models: containers and their versions.</summary>
internal sealed class ModelApi(Workspace workspace, ResourceText text, AssetPaths paths)
{
    internal ArmAnswer List(ArmRequest request) => workspace.Read(state => Paging.Of(request, text.Address, state.Models.Values.Select(Render)));

    internal ArmAnswer Get(ArmRequest request) => workspace.Read(state =>
        state.Models.TryGetValue(request.Name, out var model) ? new ArmAnswer(200, Render(model)) : ArmAnswer.NotFound("models", request.Name));

    internal ArmAnswer Put(ArmRequest request)
    {
        if (ResourceNames.RefuseDotted("a model", request.Name) is { } refused) return refused;
        return workspace.Write(state =>
        {
            bool isNew = !state.Models.ContainsKey(request.Name);
            var model = Container(state, request.Name);
            model.Content.Body = ResourceText.Written(request.Body, "latestVersion", "nextVersion", "provisioningState");
            model.Content.ModifiedAt = workspace.Today;
            return new ArmAnswer(isNew ? 201 : 200, Render(model));
        });
    }

    internal ArmAnswer ListVersions(ArmRequest request) => workspace.Read(state => state.Models.TryGetValue(request.Name, out var model)
        ? Paging.Of(request, text.Address, model.Versions.OrderByDescending(v => v.Value.CreatedAt).Select(v => Render(model, v.Key, v.Value)))
        : ArmAnswer.NotFound("models", request.Name));

    internal ArmAnswer GetVersion(ArmRequest request) => workspace.Read(state => Find(state, request) is { } found
        ? new ArmAnswer(200, Render(state.Models[request.Name], request.Version, found))
        : ArmAnswer.NotFound("models/versions", $"{request.Name}/{request.Version}"));

    internal ArmAnswer PutVersion(ArmRequest request)
    {
        if ((ResourceNames.RefuseDotted("a model", request.Name) ?? ResourceNames.RefuseDotted("a version", request.Version)) is { } refused) return refused;
        return workspace.Write(state =>
        {
            var existing = Find(state, request);
            if (Refuse(state, request.Body, existing) is { } wrong) return wrong;
            var version = Register(state, request.Name, request.Version, ResourceText.Written(request.Body, "provisioningState"));
            return new ArmAnswer(existing is null ? 201 : 200, Render(state.Models[request.Name], request.Version, version));
        });
    }

    internal ArmAnswer DeleteVersion(ArmRequest request) => workspace.Write(state =>
        new ArmAnswer(state.Models.GetValueOrDefault(request.Name)?.Versions.Remove(request.Version) == true ? 200 : 204));

    /// <summary>Writes a version, and its container when there is none.</summary>
    internal ResourceContent Register(WorkspaceState state, string name, string version, JsonObject body)
    {
        var model = Container(state, name);
        if (!model.Versions.TryGetValue(version, out var content)) model.Versions[version] = content = new ResourceContent { CreatedAt = workspace.Today };
        content.Body = body;
        content.ModifiedAt = workspace.Today;
        model.LatestVersion = version;
        return content;
    }

    internal static string NextVersion(WorkspaceState state, string name) => Next(state.Models.GetValueOrDefault(name));

    private static string Next(ModelRecord? model) =>
        ((model?.Versions.Keys.Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0).DefaultIfEmpty().Max() ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    private ArmAnswer? Refuse(WorkspaceState state, JsonObject body, ResourceContent? existing)
    {
        if (body["properties"] is not JsonObject properties || EndpointRules.Text(properties["modelUri"]) is not { } uri)
            return ArmAnswer.BadRequest("The version has no 'properties.modelUri'. There is nothing to register. Write where the model lies, as azureml://jobs/JOB/outputs/model.");
        if (existing is not null && EndpointRules.Text(existing.Properties["modelUri"]) is { } before && before != uri)
            return ArmAnswer.BadRequest($"'properties.modelUri' is '{uri}', and was '{before}' when the version was registered. A version cannot be changed. Register another one.");
        string? path = paths.Find(state, uri);
        if (path is null) return ArmAnswer.BadRequest($"'properties.modelUri' is '{uri}', of a kind that is not emulated. It cannot be found. Use azureml://jobs/..., azureml://datastores/... or file:///....");
        return AssetPaths.HasContent(path) ? null : ArmAnswer.BadRequest($"'properties.modelUri' is '{uri}', where there is no file. A version without a model cannot serve. Look at what the job left.");
    }

    private ModelRecord Container(WorkspaceState state, string name)
    {
        if (state.Models.TryGetValue(name, out var model)) return model;
        model = new ModelRecord { Name = name, Content = new ResourceContent { Body = new JsonObject { ["properties"] = new JsonObject() }, CreatedAt = workspace.Today, ModifiedAt = workspace.Today } };
        state.Models.Add(name, model);
        return model;
    }

    private static ResourceContent? Find(WorkspaceState state, ArmRequest request) => state.Models.GetValueOrDefault(request.Name)?.Versions.GetValueOrDefault(request.Version);

    private JsonObject Render(ModelRecord model)
    {
        var resource = text.Envelope($"{text.WorkspaceId}/models/{model.Name}", "workspaces/models", model.Content);
        var properties = resource["properties"]!.AsObject();
        properties["latestVersion"] = model.LatestVersion;
        properties["nextVersion"] = Next(model);
        properties["provisioningState"] = ProvisioningState.Succeeded;
        return resource;
    }

    private JsonObject Render(ModelRecord model, string version, ResourceContent content)
    {
        var resource = text.Envelope($"{text.WorkspaceId}/models/{model.Name}/versions/{version}", "workspaces/models/versions", content);
        var properties = resource["properties"]!.AsObject();
        properties["modelType"] ??= "custom_model";
        properties["provisioningState"] = ProvisioningState.Succeeded;
        return resource;
    }
}
