using System.Net.Http.Headers;
using System.Text;

namespace Homeostat.Emulator.Tests.Support;

/// <summary>Asks an endpoint to score, with its key.</summary>
internal sealed class Scorer(RunningEmulator emulator, string endpoint, string key)
{
    internal const string Row = """[{"age":24}]""";

    internal static async Task<Scorer> OfAsync(RunningEmulator emulator, string endpoint)
    {
        var keys = await emulator.Wire.PostAsync($"onlineEndpoints/{endpoint}/listKeys");
        return new Scorer(emulator, endpoint, keys.Text("primaryKey")!);
    }

    internal async Task<WireAnswer> ScoreAsync(string rows = Row, params (string Name, string Value)[] headers)
    {
        var address = (await emulator.Wire.GetAsync($"onlineEndpoints/{endpoint}")).Text("properties.scoringUri")!;
        return await SendAsync(new Uri(address), rows, headers);
    }

    /// <summary>Asks often, and returns who answered.</summary>
    internal async Task<string[]> WhoAsync(int times, Func<int, (string Name, string Value)[]>? headers = null)
    {
        var address = new Uri((await emulator.Wire.GetAsync($"onlineEndpoints/{endpoint}")).Text("properties.scoringUri")!);
        var who = new string[times];
        for (int i = 0; i < times; i++) who[i] = (await SendAsync(address, Row, headers?.Invoke(i) ?? [])).Headers["azureml-model-deployment"];
        return who;
    }

    private async Task<WireAnswer> SendAsync(Uri address, string rows, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(rows, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await emulator.Wire.Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new WireAnswer(response.StatusCode, text, response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
    }
}
