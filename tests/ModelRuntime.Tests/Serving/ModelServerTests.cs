using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime.Tests.Serving;

public sealed class ModelServerTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client = new();
    private Task _serving = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        await TestModels.TrainAsync(_folder, TestModels.Flights(2000, 1));
        _client.BaseAddress = new Uri(await ServeAsync(new ServingRequest(_folder["model"], 0) { MostRequestBytes = 20_000 }));
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
    }

    public void Dispose()
    {
        _client.Dispose();
        _end.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Score_Rows_AnswersEachInOrder()
    {
        var answers = await ScoreAsync("""[{"hour":22,"distance":1500,"carrier":"C","night":true},{"hour":2,"distance":100,"carrier":"A","night":true}]""");
        Assert.Equal(1, answers[0].GetProperty("prediction").GetInt32());
        Assert.Equal(0, answers[1].GetProperty("prediction").GetInt32());
        Assert.InRange(answers[0].GetProperty("probability").GetDouble(), 0.65, 1);
        Assert.InRange(answers[1].GetProperty("probability").GetDouble(), 0, 0.35);
    }

    [Fact]
    public async Task Score_NoRows_IsAnEmptyArray() => Assert.Equal(0, (await ScoreAsync("[]")).GetArrayLength());

    [Fact]
    public async Task Score_AbsentColumnAndOddValues_AreAnsweredAndCounted()
    {
        var before = await HealthAsync();
        Assert.Equal(3, (await ScoreAsync("""[{"hour":1},{"hour":"one","distance":1,"carrier":"Z","night":[]},{"night":null,"carrier":"A","distance":2,"hour":3}]""")).GetArrayLength());
        var health = await HealthAsync();
        Assert.Equal(3, health.GetProperty("rows").GetInt64() - before.GetProperty("rows").GetInt64());
        Assert.Equal(1, health.GetProperty("missing").GetProperty("distance").GetInt64());
        Assert.Equal(2, health.GetProperty("missing").GetProperty("night").GetInt64());
        Assert.Equal(1, health.GetProperty("unreadable").GetProperty("hour").GetInt64());
        Assert.Equal(1, health.GetProperty("unreadable").GetProperty("night").GetInt64());
        Assert.Equal(1, health.GetProperty("unseen").GetProperty("carrier").GetInt64());
    }

    [Theory]
    [InlineData("", "no JSON, at line 1, byte 1")]
    [InlineData("{}", "an object")]
    [InlineData("[1]", "Row 0 is a number")]
    [InlineData("[{},[]]", "Row 1 is an array")]
    [InlineData("[{}", "no JSON, at line 1")]
    [InlineData("[{}]]", "no JSON, at line 1")]
    [InlineData("[{\"hour\":}]", "no JSON, at line 1")]
    [InlineData("hello", "no JSON, at line 1")]
    [InlineData("[{\"a\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}]", "no JSON")]
    [InlineData("[{\"carrier\":\"\\ud800\"}]", "not UTF-8")]
    public async Task Score_NoRows_IsRefusedInWords(string body, string words)
    {
        using var response = await _client.PostAsync("/score", new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, (await JsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await ScoreAsync("[{}]")).GetArrayLength());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Score_TooMuch_Is413(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/score") { Content = new StringContent($"[{new string(' ', 30_000)}]") };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/score", 405)]
    [InlineData("POST", "/health", 405)]
    [InlineData("GET", "/", 404)]
    public async Task Other_PathsAndMethods_AreToldWhatThereIs(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty((await JsonAsync(response)).GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Run_PortTaken_IsToldWithWhatToDo()
    {
        var error = await Assert.ThrowsAsync<BadInputException>(() => ModelServer.RunAsync(new ServingRequest(_folder["model"], _client.BaseAddress!.Port), _ => { }, CancellationToken.None));
        Assert.Equal("HS3206", error.Code);
    }

    [Fact]
    public async Task Run_ParentEnds_ServingEnds()
    {
        using var parent = Process.Start(new ProcessStartInfo("sleep", "100"))!;
        var ready = new TaskCompletionSource<string>();
        var serving = ModelServer.RunAsync(new ServingRequest(_folder["model"], 0) { Parent = parent.Id }, ready.SetResult, CancellationToken.None);
        await ready.Task;
        Assert.False(serving.IsCompleted);
        parent.Kill();
        await serving.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task<string> ServeAsync(ServingRequest request)
    {
        var ready = new TaskCompletionSource<string>();
        _serving = ModelServer.RunAsync(request, ready.SetResult, _end.Token);
        await Task.WhenAny(ready.Task, _serving);
        return await ready.Task;
    }

    private async Task<JsonElement> ScoreAsync(string rows)
    {
        using var response = await _client.PostAsync("/score", new StringContent(rows, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    private async Task<JsonElement> HealthAsync()
    {
        using var response = await _client.GetAsync("/health");
        return await JsonAsync(response);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
