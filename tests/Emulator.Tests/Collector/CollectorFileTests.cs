using System.Text;
using System.Text.Json.Nodes;
using Homeostat.Batches;
using Homeostat.Emulator.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Emulator.Tests.Collector;

public sealed class CollectorFileTests
{
    private const string Both = """ "dataCollector": { "rollingRate": "Hour", "collections": { "model_inputs": { "dataCollectionMode": "Enabled" }, "model_outputs": { "dataCollectionMode": "enabled" } } } """;

    [Fact]
    public async Task Files_AreReadByTheLoop_AsTheRowsThatWereScored()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await CollectingAsync(emulator, Both);
        await scorer.ScoreAsync("""[ { "age": 24, "city": "Köln" },""" + "\n" + """{ "age": null, "city": "a \"b\"" } ]""", ("x-request-id", "r1"));
        await scorer.ScoreAsync("""[{"age":60}]""", ("x-request-id", "r2"));

        var entries = await FilesAsync(emulator, 2);
        var hour = new DateTimeOffset(DateTimeOffset.UtcNow.Year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddYears(1);
        var batches = CollectorPlan.Next(entries, CollectorState.Empty, hour, new CollectorOptions { Horizon = TimeSpan.FromDays(400) });
        Assert.Equal(["credit", "blue", "model_inputs,model_outputs"], [batches[0].Endpoint, batches[0].Deployment, string.Join(',', batches[0].Parts.Select(p => p.Collection))]);
        using BatchInput inputs = Open(emulator, batches[0].Parts[0].Name), outputs = Open(emulator, batches[0].Parts[1].Name);
        using var csv = new MemoryStream();
        Assert.Equal(new CollectorJoinCounts(3, 0, 0), CollectorJoin.Write(inputs, outputs, ["age", "city", "prediction"], csv));
        string[] rows = Encoding.UTF8.GetString(csv.ToArray()).Split('\n');
        Assert.StartsWith("r1_0,", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",24,Köln,placeholder", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",,\"a \"\"b\"\"\",placeholder", rows[2], StringComparison.Ordinal);
        Assert.EndsWith(",60,,placeholder", rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_HasEveryKeyOfTheContract()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await CollectingAsync(emulator, Both);
        var answer = await scorer.ScoreAsync("""[{"LIMIT_BAL": 20000, "SEX": 2, "AGE": 24}]""");
        var entry = (await FilesAsync(emulator, 2)).Single(e => e.Name.Contains("/model_inputs/", StringComparison.Ordinal));
        Assert.True(CollectorPath.TryParse(entry.Name, out var path));
        Assert.Matches("^[0-9a-f]{32}[0-9]{6}$", path.Instance);
        var line = JsonNode.Parse(await File.ReadAllTextAsync(Full(emulator, entry.Name)))!.AsObject();
        string data = line["data"]!.ToJsonString();
        Assert.Equal("""[{"LIMIT_BAL":20000,"SEX":2,"AGE":24}]""", data);
        Assert.Equal(
            ["specversion", "id", "source", "type", "datacontenttype", "time", "data", "contentrange", "correlationid", "xrequestid", "modelversion", "collectdatatype", "agent"],
            line.Select(member => member.Key));
        Assert.Equal("1.0", (string?)line["specversion"]);
        Assert.Equal("azureml.inference.model_inputs", (string?)line["type"]);
        Assert.Equal($"{emulator.Server.WorkspaceId}/onlineEndpoints/credit/deployments/blue", (string?)line["source"]);
        Assert.Equal("bytes 0-37/38", (string?)line["contentrange"]); // the published line of this length
        Assert.Equal(answer.Headers["x-request-id"], (string?)line["correlationid"]);
        Assert.Equal((string?)line["correlationid"], (string?)line["xrequestid"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string?)line["time"]);
        Assert.True(Guid.TryParse((string?)line["id"], out _));
    }

    [Fact]
    public async Task MirroredCopies_AreCollectedUnderTheSameId()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await CollectingAsync(emulator, Both);
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit/deployments/green", Bodies.Deployment(Both));
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }""", """{ "green": 50 }"""));
        var scorer = await Scorer.OfAsync(emulator, "credit");
        for (int i = 0; i < 40; i++) await scorer.ScoreAsync(headers: ("x-request-id", $"r{i}"));
        string[] green = await Wire.UntilAsync(() => IdsAsync(emulator, "green"), ids => ids.Length >= 5);
        Assert.Subset((await Wire.UntilAsync(() => IdsAsync(emulator, "blue"), ids => ids.Length == 40)).ToHashSet(), green.ToHashSet());
    }

    [Fact]
    public async Task Sampling_KeepsInputsAndOutputsTogether()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await CollectingAsync(emulator, Both.Replace("\"Enabled\"", "\"Enabled\", \"samplingRate\": 0.3", StringComparison.Ordinal).Replace("\"enabled\"", "\"enabled\", \"samplingRate\": 0.3", StringComparison.Ordinal));
        for (int i = 0; i < 100; i++) await scorer.ScoreAsync(headers: ("x-request-id", $"r{i}"));
        await emulator.RestartAsync(); // what waits is written
        string[] inputs = await IdsAsync(emulator, "blue"), outputs = await IdsAsync(emulator, "blue", "model_outputs");
        Assert.Equal(inputs, outputs);
        Assert.InRange(inputs.Length, 3, 57); // binomial(100, 0.3), six standard deviations
    }

    [Fact]
    public async Task FailedRequests_AreInNoCustomLog_ButInThePayloads()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await CollectingAsync(emulator, """ "dataCollector": { "collections": { "model_inputs": { "dataCollectionMode": "Enabled" }, "request": { "dataCollectionMode": "Enabled" }, "response": { "dataCollectionMode": "Enabled" } } } """);
        Assert.Equal(424, (int)(await scorer.ScoreAsync("not json")).Status);
        var files = await FilesAsync(emulator, 2);
        var request = JsonNode.Parse(await File.ReadAllTextAsync(Full(emulator, files.Single(f => f.Name.Contains("/request/", StringComparison.Ordinal)).Name)))!;
        Assert.Equal("not json", (string?)request["data"]);
        Assert.Equal("text/plain", (string?)request["datacontenttype"]);
        Assert.Equal("/score", (string?)request["path"]);
        Assert.Equal("POST", (string?)request["method"]);
        Assert.DoesNotContain(files, f => f.Name.Contains("model_inputs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payloads_AreAsTheService_LogsThem()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var scorer = await CollectingAsync(emulator, """ "dataCollector": { "collections": { "request": { "dataCollectionMode": "Enabled" }, "response": { "dataCollectionMode": "Enabled" } } } """);
        await scorer.ScoreAsync("""[{"age":24}]""", ("x-request-id", "r1"));
        var files = await FilesAsync(emulator, 2);
        JsonObject request = Line("request"), response = Line("response");
        string[] both = ["specversion", "id", "source", "type", "datacontenttype", "time", "data"], end = ["contentrange", "correlationid", "xrequestid"];
        Assert.Equal([.. both, "path", "method", .. end], request.Select(member => member.Key));
        Assert.Equal([.. both, .. end], response.Select(member => member.Key));
        Assert.Equal("""[{"age":24}]""", request["data"]!.ToJsonString());
        int answered = response["data"]!.ToJsonString().Length;
        Assert.Equal(("bytes 0-11/*", $"bytes 0-{answered - 1}/{answered}"), ((string?)request["contentrange"], (string?)response["contentrange"]));
        Assert.Equal(("azureml.inference.response", "r1"), ((string?)response["type"], (string?)response["correlationid"]));

        JsonObject Line(string collection) => JsonNode.Parse(File.ReadAllText(Full(emulator, files.Single(f => f.Name.Contains($"/{collection}/", StringComparison.Ordinal)).Name)))!.AsObject();
    }

    [Theory]
    [InlineData("""[{"a":1}]""", """[0.5]""", """[{"a":1,"prediction":0.5}]""")]
    [InlineData("""{"data":[{"a":1},{"a":2}]}""", """{"predictions":[{"p":"x"},{"a":9,"p":"y"}]}""", """[{"a":1,"p":"x"},{"a":2,"p":"y"}]""")]
    [InlineData("""[{"a":1}]""", """[1,2]""", null)]
    [InlineData("""[[1]]""", """[1]""", null)]
    [InlineData("""[{"a":1}]""", "oops", null)]
    public void Rows_OfBothSides_AreJoined(string request, string answer, string? expected)
    {
        var target = new System.Buffers.ArrayBufferWriter<byte>();
        string? failure = CollectedRows.WriteJoined(Encoding.UTF8.GetBytes(request), Encoding.UTF8.GetBytes(answer), target);
        Assert.Equal(expected, failure is null ? Encoding.UTF8.GetString(target.WrittenSpan) : null);
    }

    [Theory]
    [InlineData("Year", "2026")]
    [InlineData("Month", "2026/01")]
    [InlineData("Day", "2026/01/31")]
    [InlineData("Hour", "2026/01/31/15")]
    [InlineData("Minute", "2026/01/31/15/09")]
    public void Folders_AreUtc_AsDeepAsTheRate(string rate, string folder) =>
        Assert.Equal(folder, CollectorFiles.Folder(rate, new DateTimeOffset(2026, 1, 31, 17, 9, 30, TimeSpan.FromHours(2))));

    private static async Task<Scorer> CollectingAsync(RunningEmulator emulator, string collector)
    {
        await emulator.MakeEndpointAsync("credit");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit/deployments/blue", Bodies.Deployment(collector));
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }"""));
        return await Scorer.OfAsync(emulator, "credit");
    }

    private static string Full(RunningEmulator emulator, string name) => Path.Combine(emulator.Options.StateFolder, "storage", name);

    private static BatchInput Open(RunningEmulator emulator, string name) => BatchInput.FromStream(new MemoryStream(File.ReadAllBytes(Full(emulator, name))), name);

    private static BlobEntry[] List(RunningEmulator emulator)
    {
        string root = Path.Combine(emulator.Options.StateFolder, "storage");
        return Directory.Exists(root)
            ? [.. new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => new BlobEntry(Path.GetRelativePath(root, f.FullName), "1", f.Length, f.LastWriteTimeUtc))]
            : [];
    }

    private static Task<BlobEntry[]> FilesAsync(RunningEmulator emulator, int count) =>
        Wire.UntilAsync(() => Task.FromResult(List(emulator)), entries => entries.Count(entry => entry.Length > 0) >= count);

    private static Task<string[]> IdsAsync(RunningEmulator emulator, string deployment, string collection = "model_inputs") => Task.FromResult(List(emulator)
        .Where(entry => entry.Name.Contains($"/{deployment}/{collection}/", StringComparison.Ordinal))
        .SelectMany(entry => File.ReadAllLines(Full(emulator, entry.Name))).Select(line => (string)JsonNode.Parse(line)!["correlationid"]!).Order(StringComparer.Ordinal).ToArray());
}
