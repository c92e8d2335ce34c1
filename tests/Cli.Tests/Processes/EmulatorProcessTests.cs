using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Processes;

/// <summary>The emulator as a process of its own, ended in every way there is.</summary>
public sealed class EmulatorProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private Process? _process;

    public void Dispose()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        _process?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Killed_ItLeavesNoChild_AndGoesOnWhereItWas()
    {
        if (!OperatingSystem.IsLinux()) return;
        string mark = $"mark-{Guid.NewGuid():N}";
        var told = await StartAsync();
        using (var http = Client(told))
        {
            // Two, so that neither keeps the other's pipe open.
            foreach (string job in (string[])["one", "two"])
                await SendAsync(http, HttpMethod.Put, told, $"jobs/{job}", $$"""{ "properties": { "jobType": "Command", "command": "sleep 1000; : {{mark}}", "outputs": {} } }""");
            await UntilAsync(() => Task.FromResult(Running(mark)), count => count >= 2);
        }
        _process!.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
        await UntilAsync(() => Task.FromResult(Running(mark)), count => count == 0);

        told = await StartAsync();
        using var again = Client(told);
        string job2 = await UntilAsync(() => SendAsync(again, HttpMethod.Get, told, "jobs/two", null), text => text.Contains("\"Running\"", StringComparison.Ordinal));
        Assert.Contains("sleep 1000", job2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminated_ItEndsWithZero()
    {
        if (OperatingSystem.IsWindows()) return;
        await StartAsync();
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        string rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        Assert.Equal(0, _process.ExitCode);
        Assert.Contains("Stopping", rest, StringComparison.Ordinal);
    }

    // What it tells, by the word in front.
    private async Task<Dictionary<string, string>> StartAsync()
    {
        _process?.Dispose();
        var start = new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location, "emulator", "--state", "state", "--port", "0"]) { RedirectStandardOutput = true, WorkingDirectory = _folder[""] };
        _process = Process.Start(start)!;
        var told = new Dictionary<string, string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Faults", StringComparison.Ordinal))
            if (line.StartsWith("  ", StringComparison.Ordinal) && line.Trim().Split(' ', 2) is [var word, var rest]) told[word] = rest.Trim();
        Assert.True(told.ContainsKey("Address"), "The emulator ended before it told its address.");
        return told;
    }

    private static HttpClient Client(Dictionary<string, string> told)
    {
        var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString(HashAlgorithmName.SHA256) == told["SHA-256"] });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        return http;
    }

    private static async Task<string> SendAsync(HttpClient http, HttpMethod method, Dictionary<string, string> told, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, $"{told["Address"]}{told["Workspace"]}/{path}?api-version=2024-10-01");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private static int Running(string mark) => Process.GetProcesses().Count(process =>
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await ask();
            if (isSo(answer)) return answer;
            Assert.False(patience.IsCancellationRequested, $"A minute has passed, and it is still: {answer}");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
