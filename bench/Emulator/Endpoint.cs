using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Homeostat.Bench.Emulator;

/// <summary>An endpoint with two deployments, 90 % and 10 % of the traffic, both collecting.</summary>
internal sealed class Endpoint : IDisposable
{
    private const string Collector = """ "dataCollector": { "collections": { "model_inputs": { "dataCollectionMode": "Enabled" }, "model_outputs": { "dataCollectionMode": "Enabled" } } } """;

    private readonly HttpClient _http;
    private readonly HostProcess _host;
    private Uri _score = new("https://localhost");
    private string _key = "any";

    private Endpoint(HostProcess host)
    {
        _host = host;
        _http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString(HashAlgorithmName.SHA256) == host.Thumbprint },
            ActivityHeadersPropagator = null,
            // A client of its own making: without a limit, a slow start is answered with thousands of TLS handshakes.
            MaxConnectionsPerServer = 32,
        });
    }

    internal static async Task<Endpoint> MakeAsync(HostProcess host)
    {
        var endpoint = new Endpoint(host);
        await endpoint.SendAsync("PUT", "models/m/versions/1", $$"""{ "properties": { "modelUri": "{{new Uri(Path.Combine(host.Folder, "model")).AbsoluteUri}}" } }""");
        await endpoint.PutAsync("onlineEndpoints/bench", """{ "location": "x", "properties": { "authMode": "Key" } }""");
        foreach (string name in (string[])["blue", "green"])
            await endpoint.PutAsync($"onlineEndpoints/bench/deployments/{name}", $$"""{ "location": "x", "properties": { "endpointComputeType": "Managed", "model": "{{host.Workspace}}/models/m/versions/1", {{Collector}} } }""");
        await endpoint.PutAsync("onlineEndpoints/bench", """{ "location": "x", "properties": { "authMode": "Key", "traffic": { "blue": 90, "green": 10 } } }""");
        endpoint._key = (await endpoint.SendAsync("POST", "onlineEndpoints/bench/listKeys", "{}"))["primaryKey"]!.GetValue<string>();
        endpoint._score = new Uri((await endpoint.SendAsync("GET", "onlineEndpoints/bench", null))["properties"]!["scoringUri"]!.GetValue<string>());
        return endpoint;
    }

    internal async Task<bool> ScoreAsync(byte[] rows)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _score) { Content = new ByteArrayContent(rows) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        using var response = await _http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode;
    }

    public void Dispose() => _http.Dispose();

    private async Task PutAsync(string path, string body)
    {
        await SendAsync("PUT", path, body);
        while ((await SendAsync("GET", path, null))["properties"]!["provisioningState"]!.GetValue<string>() != "Succeeded") await Task.Delay(50);
    }

    private async Task<JsonNode> SendAsync(string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_host.Address, $"{_host.Workspace}/{path}?api-version=2024-10-01"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException(text);
    }
}
