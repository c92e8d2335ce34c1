using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>Reads a configuration file and collects every error on the way, so that one run shows them all.</summary>
internal sealed class TrainingConfigReader(string fileName)
{
    private static readonly string[] s_members = ["columns", "missing", "task", "bins", "l2", "straightening", "classWeights", "validation", "mostRows"];

    private readonly List<string> _errors = [];

    internal static TrainingConfig Read(string? path) =>
        path is null ? new TrainingConfig() : new TrainingConfigReader(path).Parse(Files.Bytes(path, "The configuration"));

    internal TrainingConfig Parse(byte[] json)
    {
        var config = new TrainingConfig();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind == JsonValueKind.Object) config = ReadRoot(document.RootElement);
            else _errors.Add("the whole file: an object was expected");
        }
        catch (JsonException e)
        {
            _errors.Add($"line {e.LineNumber + 1}: this is no JSON");
        }
        return _errors.Count == 0 ? config : throw new BadInputException(ModelErrors.ConfigInvalid,
            $"The configuration '{fileName}' has {(_errors.Count == 1 ? "an error" : $"{_errors.Count} errors")}: {string.Join("; ", _errors)}.",
            "A model trained by other settings than the ones meant would not be the one asked for.",
            "Correct the file; docs/model-runtime.md tells what each member means.");
    }

    private TrainingConfig ReadRoot(JsonElement root)
    {
        var config = new TrainingConfig { Schema = ReadSchema(root) };
        foreach (var member in root.EnumerateObject())
        {
            config = member.Name switch
            {
                "task" => config with { Task = Task(member.Value) },
                "bins" => config with { Bins = (int)Number(member, 2, 255, whole: true) },
                "l2" => config with { Ridge = Number(member, 1e-6, 1e9) },
                "straightening" => config with { Straightening = Number(member, 1e-6, 1e9) },
                "validation" => config with { Validation = Number(member, 0, 0.5) },
                "mostRows" => config with { MostRows = (int)Number(member, 100, 1e9, whole: true) },
                "classWeights" => Weights(config, member.Value),
                _ => config,
            };
            if (member.Name != "$schema" && !s_members.Contains(member.Name)) Unknown(member.Name);
        }
        return config;
    }

    // The same form as a schema file, so that one can be used as the other.
    private SchemaOverrides ReadSchema(JsonElement root)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var member in root.EnumerateObject().Where(member => member.Name is "columns" or "missing")) member.WriteTo(json);
            json.WriteEndObject();
        }
        try
        {
            return SchemaOverrides.Parse(stream.ToArray(), fileName);
        }
        catch (BadInputException e)
        {
            _errors.Add(e.What.TrimEnd('.'));
            return SchemaOverrides.None;
        }
    }

    private TaskKind? Task(JsonElement value)
    {
        string? word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        switch (word)
        {
            case "binary": return TaskKind.Binary;
            case "multiclass": return TaskKind.Multiclass;
            case "regression": return TaskKind.Regression;
            default:
                _errors.Add($"/task: {value.GetRawText()} is not allowed; one of binary, multiclass, regression is");
                return null;
        }
    }

    private double Number(JsonProperty member, double least, double most, bool whole = false)
    {
        bool read = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetDouble(out double number) && number >= least && number <= most
            && (!whole || number == Math.Floor(number));
        if (read) return member.Value.GetDouble();
        _errors.Add($"/{member.Name}: {(whole ? "a whole number" : "a number")} from {least:R} to {most:R} was expected, {member.Value.GetRawText()} was found");
        return least;
    }

    private TrainingConfig Weights(TrainingConfig config, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is "balanced" or "none") return config with { Balanced = value.GetString() == "balanced" };
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        if (value.ValueKind != JsonValueKind.Object) _errors.Add("/classWeights: \"balanced\", \"none\" or an object of class and number was expected");
        else foreach (var member in value.EnumerateObject()) weights[LabelText.Canonical(member.Name)] = Number(member, 1e-6, 1e6);
        return config with { ClassWeights = weights };
    }

    private void Unknown(string name) =>
        _errors.Add($"/{name}: there is no such member{(NearMiss.Of(name, s_members) is { } near ? $"; did you mean \"{near}\"?" : "")}");
}
