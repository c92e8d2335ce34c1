using System.Text.Json;

namespace Homeostat.Emulator;

/// <summary>The workspace as one file: written whole beside it, then renamed, so that a crash leaves the old or the new.</summary>
internal sealed class StateFile(string folder)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly string _path = Path.Combine(folder, "workspace.json");

    internal WorkspaceState Load()
    {
        if (!File.Exists(_path)) return new WorkspaceState();
        try
        {
            return JsonSerializer.Deserialize<WorkspaceState>(File.ReadAllBytes(_path), s_json) ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            throw new EmulatorException($"The emulator's state '{_path}' cannot be read ({e.Message}). Endpoints and jobs would be lost without a word. Mend the file, or move it away to start with an empty workspace.");
        }
    }

    internal void Save(WorkspaceState state)
    {
        string temporary = _path + ".tmp";
        using (var file = OwnerOnly.Create(temporary))
        {
            JsonSerializer.Serialize(file, state, s_json);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, _path, overwrite: true);
    }
}
