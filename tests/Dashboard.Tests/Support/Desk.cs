using System.Text;
using System.Text.Json;
using Homeostat.Loop;
using Homeostat.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard.Tests.Support;

/// <summary>The API over everything in memory, asked without a server. Model "flights": all traffic at "green", champion after "blue".</summary>
internal sealed class Desk
{
    internal const string Key = "a-key-that-is-long-enough";

    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal Desk()
    {
        Store = new InMemoryBlobStore(Clock);
        Controller = new FakeController(Clock)
        {
            State = new ControllerState
            {
                Model = "flights",
                Champions = [new ChampionRecord("blue", "1", Start), new ChampionRecord("green", "2", Start)],
                Traffic = TrafficSplit.All("green"),
                PhaseSince = Start.AddMinutes(-10),
            },
        };
        Write("policies/flights.json", """{ "model": "flights", "endpoint": "flights", "roles": { "late": "label" } }""");
        Options = new ApiOptions { Key = ApiKeyCheck.Of(Key), OpenReads = true };
    }

    internal HastyClock Clock { get; } = new(Start);

    internal InMemoryBlobStore Store { get; }

    internal FakeController Controller { get; }

    internal LiveEndpoint Endpoint { get; } = new("flights", "green 100", "blue", "green");

    internal ApiOptions Options { get; set; }

    internal BlobJournal Journal => new(Store);

    /// <summary>The API as a host would map it.</summary>
    internal Api OpenApi() =>
        new(new ApiPorts(new LoopPorts(Store, Journal, Endpoint, new NoJobs(), new KnownModels(), new NoMetrics()), Controller, Clock), Options);

    internal Task<JournalRecord> Note(string kind, string summary, object? evidence = null) => Journal.AppendAsync(
        new JournalEntry("flights", Clock.Now, $"{kind}/{summary}", kind, summary, DurableJson.Write(evidence ?? new { })!.Value), default);

    internal async Task<List<string>> Kinds()
    {
        List<string> kinds = [];
        await foreach (var record in Journal.ReadAsync("flights", 0, default)) kinds.Add(record.Kind);
        return kinds;
    }

    internal void Write(string name, string text) => Store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, default).Wait();

    internal Task<Reply> Get(string route, params (string Name, string Value)[] values) => Ask(route, null, values);

    internal Task<Reply> Post(string route, string body, params (string Name, string Value)[] values) => Ask(route, body, values, Key);

    /// <summary>Asks a route; names that are no route value go into the query, those with "header:" into the headers.</summary>
    internal async Task<Reply> Ask(string name, string? body, (string Name, string Value)[] values, string? key = null)
    {
        var route = ApiRoutes.Of(name);
        var context = new DefaultHttpContext();
        context.Request.Method = route.Method;
        context.Request.Path = "/asked";
        if (key is not null) context.Request.Headers[ApiKeyCheck.Header] = key;
        if (body is not null) context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var given = values.ToDictionary(value => value.Name, value => value.Value);
        given.TryAdd("m", "flights");
        foreach (var (header, text) in given.Where(value => value.Key.StartsWith("header:", StringComparison.Ordinal))) context.Request.Headers[header[7..]] = text;
        context.Request.QueryString = QueryString.Create(given.Where(value => !value.Key.Contains(':', StringComparison.Ordinal))!);
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await (await OpenApi().RunAsync(route, context.Request, given)).ExecuteAsync(context);
        return new Reply(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(answer.ToArray()));
    }
}
