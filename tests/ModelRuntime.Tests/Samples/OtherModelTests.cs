using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Homeostat.ModelRuntime.Tests.Samples;

/// <summary>The samples that take the reference model's place do what the contract says, wherever their language is installed.</summary>
public sealed class OtherModelTests
{
    [Theory]
    [InlineData("python3", "model.py")]
    [InlineData("node", "model.mjs")]
    public async Task Sample_TrainsAndServes(string program, string script)
    {
        if (!IsInstalled(program)) return;
        using var folder = new TempFolder();
        string rows = folder.File("rows.csv", TestModels.Flights(3000, 1)), config = folder.File("config.json", TestModels.Config);
        using (var train = Start(program, Script(script), "train", "--data", rows, "--config", config, "--output", folder["model"], "--seed", "1"))
        {
            await train.WaitForExitAsync();
            Assert.True(train.ExitCode == 0, await train.StandardError.ReadToEndAsync());
        }
        using var metrics = JsonDocument.Parse(File.ReadAllText(folder["model/metrics.json"]));
        Assert.InRange(metrics.RootElement.GetProperty("accuracy").GetDouble(), 0.65, 1);
        await ServeAsync(program, script, folder["model"]);
    }

    private static async Task ServeAsync(string program, string script, string model)
    {
        using var serve = Start(program, Script(script), "serve", "--model", model, "--port", "0", "--parent", $"{Environment.ProcessId}");
        try
        {
            string ready = await serve.StandardOutput.ReadLineAsync() ?? await serve.StandardError.ReadToEndAsync();
            Assert.StartsWith("ready http://127.0.0.1:", ready, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(ready["ready ".Length..]) };
            Assert.True((await client.GetAsync("/health")).IsSuccessStatusCode);
            using var response = await client.PostAsync("/score", Json("""[{"hour":22,"distance":1500,"carrier":"C","night":true},{"hour":2,"distance":null,"carrier":"new"}]"""));
            var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(1, answers[0].GetProperty("prediction").GetInt32());
            Assert.InRange(answers[0].GetProperty("probability").GetDouble(), 0.5, 1);
            Assert.Equal(0, answers[1].GetProperty("prediction").GetInt32());
            using var refused = await client.PostAsync("/score", Json("{"));
            Assert.Equal(400, (int)refused.StatusCode);
        }
        finally
        {
            serve.Kill();
            await serve.WaitForExitAsync();
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Script(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/other-model", name));
}
