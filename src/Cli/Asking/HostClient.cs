using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Homeostat.Dashboard;

namespace Homeostat.Cli;

/// <summary>Asks a host by its HTTP API. What it refuses, and that it cannot be reached, is a <see cref="RefusedException"/>.</summary>
internal sealed class HostClient(HostAddress host, Func<HttpMessageHandler>? handler = null) : IDisposable
{
    private const string KeyHeader = "x-functions-key";

    // A rollback waits for the controller, then for its end.
    private readonly HttpClient _http = new(handler?.Invoke() ?? new SocketsHttpHandler { UseProxy = !host.Url.IsLoopback, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(100),
    };

    private readonly string? _key = host.FindKey();

    /// <summary>Every model.</summary>
    internal Task<ModelList> ModelsAsync(CancellationToken cancellation) => AskAsync(HttpMethod.Get, "api/models", null, HostJson.Default.ModelList, cancellation);

    /// <summary>One model.</summary>
    internal Task<ModelView> ModelAsync(string model, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Get, $"api/models/{Uri.EscapeDataString(model)}", null, HostJson.Default.ModelView, cancellation);

    /// <summary>Has a model's host do something: "rollback", "approvals/7-cost".</summary>
    internal Task<CommandAnswer> ActAsync(string model, string what, CommandText body, CancellationToken cancellation)
    {
        if (_key is null) throw NoKey();
        return AskAsync(HttpMethod.Post, $"api/models/{Uri.EscapeDataString(model)}/{what}", body, HostJson.Default.CommandAnswer, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> AskAsync<T>(HttpMethod method, string path, CommandText? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(host.Url.ToString().TrimEnd('/') + "/"), path));
        if (_key is not null) request.Headers.TryAddWithoutValidation(KeyHeader, _key);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, HostJson.Default.CommandText), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            byte[] text = await answer.Content.ReadAsByteArrayAsync(cancellation);
            if (!answer.IsSuccessStatusCode) throw Refused(answer.StatusCode, text);
            return JsonSerializer.Deserialize(text, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw Stranger(e.Message, e);
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(method, Cause(e), e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable(method, $"there was no answer within {_http.Timeout.TotalSeconds:0} seconds", e);
        }
    }

    private RefusedException Refused(HttpStatusCode status, byte[] text)
    {
        Problem? problem;
        try
        {
            problem = JsonSerializer.Deserialize(text, HostJson.Default.Problem);
        }
        catch (JsonException)
        {
            problem = null;
        }
        if (problem is not { Detail: { } detail }) return Stranger($"It is {(int)status} {status}.", null);
        int code = status switch
        {
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ExitCode.Unreachable,
            HttpStatusCode.InternalServerError => ExitCode.Bug,
            _ => ExitCode.BadInput,
        };
        return new RefusedException(code, problem.Code, detail);
    }

    private RefusedException Unreachable(HttpMethod method, string cause, Exception inner) => new(ExitCode.Unreachable, null,
        $"No host answers at {host.Url}: {cause.TrimEnd('.')}. {(method == HttpMethod.Get ? "Nothing is known of its models" : "Whether it was done is not known")}. "
        + $"Start one with homeostat run, or name another with --url{(method == HttpMethod.Get ? "" : "; homeostat status shows what was done")}.", inner);

    private RefusedException Stranger(string why, Exception? inner) => new(ExitCode.Unreachable, null,
        $"What answers at {host.Url} is no Homeostat host, or one of another version: {why.TrimEnd('.')}. Nothing can be told from its answer. Check --url.", inner);

    private RefusedException NoKey() => new(ExitCode.BadInput, null,
        $"There is no key to act with. Without the host's key nobody can act on models, so nothing was asked. Give it with --key or {HostOptions.KeyVariable}, or name the host's folder with --state; it was looked for in '{host.Folder}'.");

    private static string Cause(HttpRequestException e) => e.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nobody listens there",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "its name is not known",
        { } inner => inner.Message,
        null => e.Message,
    };
}
