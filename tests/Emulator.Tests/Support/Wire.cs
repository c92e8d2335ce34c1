using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator.Tests.Support;

/// <summary>Calls an emulator over HTTPS with its certificate pinned, as any client does.</summary>
internal sealed class Wire : IDisposable
{
    private readonly EmulatorServer _server;

    internal Wire(EmulatorServer server)
    {
        _server = server;
        Http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == server.Thumbprint,
            },
        });
    }

    internal HttpClient Http { get; }

    /// <summary>A path below the workspace, or from the root when it starts with a slash.</summary>
    internal Uri At(string path, string? version = "2024-10-01")
    {
        string whole = path.StartsWith('/') ? path : $"{_server.WorkspaceId}/{path}".TrimEnd('/');
        string query = version is null ? "" : (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "api-version=" + version;
        return new Uri(_server.Address, whole + query);
    }

    internal async Task<WireAnswer> SendAsync(string method, Uri address, string? body = null, string? token = "anything")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new WireAnswer(response.StatusCode, text, response.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    internal Task<WireAnswer> GetAsync(string path) => SendAsync("GET", At(path));

    internal Task<WireAnswer> PutAsync(string path, string body) => SendAsync("PUT", At(path), body);

    internal Task<WireAnswer> PatchAsync(string path, string body) => SendAsync("PATCH", At(path), body);

    internal Task<WireAnswer> PostAsync(string path, string body = "{}") => SendAsync("POST", At(path), body);

    internal Task<WireAnswer> DeleteAsync(string path) => SendAsync("DELETE", At(path));

    /// <summary>Polls what an answer's headers say until the operation has ended; returns the last poll.</summary>
    internal async Task<WireAnswer> EndAsync(WireAnswer accepted)
    {
        if (accepted.Headers.TryGetValue("Azure-AsyncOperation", out string? status))
            return await UntilAsync(() => SendAsync("GET", new Uri(status)), poll => poll.Text("status") != "InProgress");
        return accepted.Headers.TryGetValue("Location", out string? result)
            ? await UntilAsync(() => SendAsync("GET", new Uri(result)), poll => poll.Status != HttpStatusCode.Accepted)
            : accepted;
    }

    /// <summary>Writes, waits for the end, and expects that it went well.</summary>
    internal async Task DoneAsync(string method, string path, string? body = null)
    {
        var accepted = await SendAsync(method, At(path), body);
        Assert.True((int)accepted.Status < 300, accepted.ToString());
        var end = await EndAsync(accepted);
        Assert.True(end.Status != HttpStatusCode.BadRequest && (end.Body is not JsonObject || end.Text("status") is null or "Succeeded"), end.ToString());
    }

    /// <summary>Asks again until it is so; a minute without is a failure that shows the last answer.</summary>
    internal static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await ask();
            if (isSo(answer)) return answer;
            Assert.False(patience.IsCancellationRequested, $"A minute has passed, and it is still: {answer}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    public void Dispose() => Http.Dispose();
}
