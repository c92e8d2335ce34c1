// A model as tests want it. Its folder holds one file, `answer`, with what it says; a folder with a file `crash` makes it crash on the first
// request, and one with a file `dead` at once.
//   train --output FOLDER --say TEXT     leaves such a folder
//   serve --model FOLDER --port N        answers POST /score with that text for every row, and GET /health

using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

string Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : "";

if (args[0] == "train")
{
    Console.WriteLine("training");
    if (Option("--say") is { Length: > 0 } say) File.WriteAllText(Path.Combine(Option("--output"), "answer"), say);
    return Option("--exit") is { Length: > 0 } code ? int.Parse(code) : 0;
}

string model = Option("--model"), answer = File.Exists(Path.Combine(model, "answer")) ? File.ReadAllText(Path.Combine(model, "answer")) : "unnamed";
if (File.Exists(Path.Combine(model, "dead")))
{
    Console.WriteLine("This model is dead.");
    return 3;
}
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var web = builder.Build();
web.Urls.Add($"http://127.0.0.1:{Option("--port")}");
web.MapGet("/health", () => "ok");
web.MapPost("/score", async (HttpRequest request, HttpResponse response) =>
{
    if (File.Exists(Path.Combine(model, "crash"))) Environment.Exit(4);
    if (File.Exists(Path.Combine(model, "slow"))) await Task.Delay(TimeSpan.FromMinutes(1));
    using var rows = await JsonDocument.ParseAsync(request.Body);
    if (rows.RootElement.ValueKind != JsonValueKind.Array)
    {
        response.StatusCode = 422;
        await response.WriteAsync("no rows");
        return;
    }
    response.ContentType = "application/json";
    await response.WriteAsync(JsonSerializer.Serialize(rows.RootElement.EnumerateArray().Select(_ => new { prediction = answer, probability = 0.5 })));
});
Console.WriteLine("serving");
await web.RunAsync();
return 0;
