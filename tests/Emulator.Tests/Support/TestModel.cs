namespace Homeostat.Emulator.Tests.Support;

/// <summary>The model that tests deploy: a process that answers with what a file in its folder says.</summary>
internal static class TestModel
{
    internal static string Program { get; } = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Homeostat.EmulatorModel.dll")}'";

    internal static string Serve { get; } = $"{Program} serve --model {{model}} --port {{port}}";

    /// <summary>Registers a version whose folder holds these files, and deploys it.</summary>
    internal static async Task DeployAsync(RunningEmulator emulator, string endpoint, string deployment, string files, string more = "")
    {
        await RegisterAsync(emulator, deployment, files);
        string body = Bodies.Deployment($"\"model\": \"{emulator.Server.WorkspaceId}/models/{deployment}/versions/1\"{(more.Length == 0 ? "" : ", " + more)}");
        await emulator.Wire.DoneAsync("PUT", $"onlineEndpoints/{endpoint}/deployments/{deployment}", body);
    }

    /// <summary>Registers version 1 of a model; `files` as `name=content`, separated by spaces.</summary>
    internal static async Task RegisterAsync(RunningEmulator emulator, string model, string files)
    {
        string folder = Path.Combine(emulator.Options.StateFolder, "made", model);
        Directory.CreateDirectory(folder);
        foreach (string file in files.Split(' ')) await File.WriteAllTextAsync(Path.Combine(folder, file.Split('=')[0]), file.Split('=')[1]);
        var answer = await emulator.Wire.PutAsync($"models/{model}/versions/1", $$"""{ "properties": { "modelUri": "{{new Uri(folder).AbsoluteUri}}", "modelType": "custom_model" } }""");
        Assert.True((int)answer.Status < 300, answer.ToString());
    }
}
