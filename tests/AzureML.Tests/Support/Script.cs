using System.Net;
using System.Text;

namespace Homeostat.AzureML.Tests.Support;

/// <summary>A service that answers by a script: by method and end of path, in order, the last answer again and again.</summary>
internal sealed class Script : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<Asked, CancellationToken, Task<HttpResponseMessage>>>> _answers = [];
    private readonly Lock _lock = new();

    internal List<Asked> Requests { get; } = [];

    internal IEnumerable<Asked> Of(string method) => Requests.Where(request => request.Method == method);

    internal Script On(string method, string path, params Func<Asked, CancellationToken, Task<HttpResponseMessage>>[] answers)
    {
        _answers[$"{method} {path}"] = new(answers);
        return this;
    }

    internal Script On(string method, string path, params Func<HttpResponseMessage>[] answers) =>
        On(method, path, [.. answers.Select(answer => (Func<Asked, CancellationToken, Task<HttpResponseMessage>>)((_, _) => Task.FromResult(answer())))]);

    internal Script On(string method, string path, string json) => On(method, path, () => Json(json));

    internal static HttpResponseMessage Json(string json, int status = 200, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    internal static HttpResponseMessage Error(int status, string code, string message = "Because.", params (string Name, string Value)[] headers) =>
        Json($$"""{ "error": { "code": "{{code}}", "message": "{{message}}" } }""", status, headers);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        var asked = new Asked(request.Method.Method, request.RequestUri!, body, headers);
        Func<Asked, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_lock)
        {
            Requests.Add(asked);
            var queue = _answers.Where(known => Matches(known.Key, asked)).MaxBy(known => known.Key.Length).Value
                ?? throw new InvalidOperationException($"Nobody wrote an answer to {asked.Method} {asked.Address}.");
            answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        }
        var response = await answer(asked, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private static bool Matches(string key, Asked asked)
    {
        string[] parts = key.Split(' ', 2);
        return parts[0] == asked.Method && asked.Address.AbsolutePath.EndsWith(parts[1], StringComparison.Ordinal);
    }
}
