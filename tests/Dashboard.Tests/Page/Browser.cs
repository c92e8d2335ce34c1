using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>A tab of a headless Chromium, driven by its DevTools protocol.</summary>
public sealed class Browser : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-browser-").FullName;
    private readonly ClientWebSocket _socket = new();
    private Process? _process;
    private Task? _rest;
    private int _sent;

    /// <summary>What went wrong in the page: exceptions, and what its security policy stopped.</summary>
    internal List<string> Errors { get; } = [];

    /// <summary>Goes to a page; the first time, starts the browser.</summary>
    internal async Task<Browser> ShowAsync(Uri page, int width = 1280, int height = 900, bool dark = false)
    {
        if (_process is null) await StartAsync();
        await SizeAsync(width, height);
        await AskAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });
        Errors.Clear();
        await AskAsync("Page.navigate", new JsonObject { ["url"] = page.ToString() });
        await UntilAsync("document.readyState === 'complete'");
        return this;
    }

    internal Task SizeAsync(int width, int height) => AskAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });

    /// <summary>What an expression of JavaScript comes to; a promise is waited for.</summary>
    internal async Task<string> EvaluateAsync(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        Assert.False(answer.TryGetProperty("exceptionDetails", out var error), error.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value.ToString() : "";
    }

    /// <summary>Waits until an expression is true; says what the page shows when that does not come about.</summary>
    internal async Task UntilAsync(string expression)
    {
        string waited = await EvaluateAsync($$"""
            new Promise(told => {
              const end = performance.now() + 20000;
              const look = () => { if ({{expression}}) told(''); else if (performance.now() > end) told(document.body.textContent || 'nothing'); else setTimeout(look, 20); };
              look();
            })
            """);
        Assert.True(waited.Length == 0, $"It did not come about that {expression}. The page shows:\n{waited}\nErrors: {string.Join('\n', Errors)}");
    }

    internal async Task ScreenshotAsync(string file)
    {
        var answer = await AskAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = true });
        await File.WriteAllBytesAsync(file, answer.GetProperty("data").GetBytesFromBase64());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_process is not null) await EndAsync(_process);
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process?.Dispose();
    }

    private async Task EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        if (_rest is not null) await _rest;
    }

    private async Task StartAsync()
    {
        string[] arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={_folder}", "about:blank"];
        _process = Process.Start(new ProcessStartInfo(ChromiumFactAttribute.Chromium, arguments) { RedirectStandardError = true })!;
        await ConnectAsync(_process.StandardError);
        foreach (string domain in (string[])["Page", "Runtime", "Log"]) await AskAsync($"{domain}.enable");
    }

    private async Task ConnectAsync(StreamReader errors)
    {
        const string Told = "DevTools listening on ";
        string? line;
        do
        {
            line = await errors.ReadLineAsync() ?? throw new InvalidOperationException("Chromium ended before it listened.");
        }
        while (!line.StartsWith(Told, StringComparison.Ordinal));
        // Read on, or a full pipe would stop it.
        _rest = errors.ReadToEndAsync();
        using var client = new HttpClient();
        var pages = await client.GetFromJsonAsync<JsonElement>($"http://{new Uri(line[Told.Length..]).Authority}/json/list");
        var page = pages.EnumerateArray().First(it => it.GetProperty("type").GetString() == "page");
        await _socket.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), default);
    }

    private async Task<JsonElement> AskAsync(string method, JsonObject? parameters = null)
    {
        int id = ++_sent;
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        await _socket.SendAsync(message, WebSocketMessageType.Text, true, default);
        while (true)
        {
            var told = await ReceiveAsync();
            if (told.TryGetProperty("id", out var of) && of.GetInt32() == id) return told.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(told.ToString());
            if (told.TryGetProperty("method", out var name) && name.GetString() is "Runtime.exceptionThrown" or "Log.entryAdded") Note(told.GetProperty("params"));
        }
    }

    // An answer that is a problem, or none, is logged by the browser too; the page shows it itself.
    private void Note(JsonElement told)
    {
        if (!told.TryGetProperty("entry", out var entry) || entry.GetProperty("source").GetString() != "network") Errors.Add(told.ToString());
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        using var message = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, default);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(message.ToArray()).RootElement;
    }
}
