using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>
/// Reads what a model answered, in the forms that models answer in: an array with a value or an object a row, alone or under <c>predictions</c> and
/// the like. A text that holds JSON is read as that: a score.py that returns json.dumps answers so.
/// </summary>
internal static class ScoringAnswer
{
    private static readonly string[] _lists = ["predictions", "answers", "outputs", "result", "results"];
    private static readonly string[] _answers = ["answer", "prediction", "predicted", "label", "class"];
    private static readonly string[] _scores = ["score", "probability"];
    private static readonly string[] _scoreLists = ["scores", "probabilities"];

    /// <summary>One entry a row; empty when it is not understood, in whole or for any row.</summary>
    internal static ImmutableArray<RowPrediction> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.String ? Inner(document.RootElement.GetString()!) : Read(document.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
        catch (InvalidOperationException)
        {
            return []; // a text with half a surrogate pair
        }
    }

    private static ImmutableArray<RowPrediction> Inner(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    private static ImmutableArray<RowPrediction> Read(JsonElement root)
    {
        JsonElement? scores = null;
        if (root.ValueKind == JsonValueKind.Object)
        {
            scores = Find(root, _scoreLists);
            if (Find(root, _lists) is not { } list) return [];
            root = list;
        }
        if (root.ValueKind != JsonValueKind.Array) return [];
        var rows = ImmutableArray.CreateBuilder<RowPrediction>(root.GetArrayLength());
        foreach (var element in root.EnumerateArray())
        {
            if (Row(element) is not { } row) return [];
            rows.Add(row);
        }
        return WithScores(rows.ToImmutable(), scores);
    }

    private static RowPrediction? Row(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Find(element, _answers) is { } answer && Text(answer) is { } text ? new RowPrediction(text, Find(element, _scores) is { } score ? Number(score) : null) : null,
        _ => Text(element) is { } text ? new RowPrediction(text, null) : null,
    };

    private static ImmutableArray<RowPrediction> WithScores(ImmutableArray<RowPrediction> rows, JsonElement? scores) =>
        scores is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == rows.Length
            ? [.. rows.Zip(list.EnumerateArray(), (row, score) => row with { Score = row.Score ?? Number(score) })]
            : rows;

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static double? Number(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;

    private static JsonElement? Find(JsonElement root, string[] names)
    {
        foreach (string name in names)
            if (root.TryGetProperty(name, out var found)) return found;
        return null;
    }
}
