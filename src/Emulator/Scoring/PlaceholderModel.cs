using System.Text;
using System.Text.Json;

namespace Homeostat.Emulator;

/// <summary>Answers for deployments that have neither model nor command: who only tries resource management needs no process.</summary>
internal static class PlaceholderModel
{
    internal static ModelAnswer Answer(byte[] body)
    {
        try
        {
            using var rows = JsonDocument.Parse(body);
            if (rows.RootElement.ValueKind != JsonValueKind.Array) return NotRows();
            string all = string.Join(',', Enumerable.Repeat("""{"prediction":"placeholder","probability":0.5}""", rows.RootElement.GetArrayLength()));
            return new ModelAnswer(200, 200, Encoding.UTF8.GetBytes($"[{all}]"), "application/json");
        }
        catch (JsonException)
        {
            return NotRows();
        }
    }

    private static ModelAnswer NotRows() =>
        ModelAnswer.Problem(424, "The body is no JSON array. The placeholder model answers row by row. Send an array of objects.", modelStatus: 400);
}
