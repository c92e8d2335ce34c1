using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.LocalHost.Tests.Web;

public sealed class WebServerTests
{
    private static readonly WebOptions _any = new() { Port = 0 };

    [Fact]
    public async Task Server_ListensOnLoopbackAndSaysWhere()
    {
        await using var server = await WebServer.StartAsync(_any, Map);
        Assert.True(server.Address.IsLoopback && server.Address.Port > 0, server.Address.ToString());
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync("/hello");
        Assert.Equal("hello", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Port_Taken_IsSaidWithWhatToDo()
    {
        await using var first = await WebServer.StartAsync(_any, Map);
        var taken = await Assert.ThrowsAsync<WebServerException>(() => WebServer.StartAsync(_any with { Port = first.Address.Port }, Map));
        Assert.Equal("HS2201", taken.Code);
        Assert.Contains($"Port {first.Address.Port} of 127.0.0.1 is taken by another program", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_IsFreeAgainAfterwards()
    {
        Uri address;
        await using (var first = await WebServer.StartAsync(_any, Map)) address = first.Address;
        await using var second = await WebServer.StartAsync(_any with { Port = address.Port }, Map);
        Assert.Equal(address, second.Address);
    }

    [Fact]
    public async Task Address_OfAnotherMachine_IsSaid()
    {
        var refused = await Assert.ThrowsAsync<WebServerException>(() => WebServer.StartAsync(_any with { Address = IPAddress.Parse("192.0.2.1") }, Map)); // TEST-NET-1, RFC 5737
        Assert.Contains("192.0.2.1 cannot be used", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("10.0.0.1", 400)]
    public async Task Host_MustBeThisMachine(string host, int status)
    {
        await using var server = await WebServer.StartAsync(_any, Map);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hello");
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/bug", 500, "HS2204")]
    [InlineData("GET", "/nothing", 404, "HS2203")]
    [InlineData("POST", "/hello", 405, "HS2203")]
    public async Task WhatNobodyAnswered_IsAProblem(string method, string path, int status, string code)
    {
        List<string> heard = [];
        await using var server = await WebServer.StartAsync(_any with { OnError = e => heard.Add(e.Message) }, Map);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await client.SendAsync(request);
        Assert.Equal(((HttpStatusCode)status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
        Assert.Equal(status == 500 ? ["boom"] : [], heard);
    }

    [Fact]
    public async Task Body_TooLarge_IsAProblem()
    {
        await using var server = await WebServer.StartAsync(_any, Map);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new ByteArrayContent(new byte[100_000]);
        using var answer = await client.PostAsync("/echo", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/hello", context => context.Response.WriteAsync("hello"));
        endpoints.MapGet("/bug", _ => throw new InvalidOperationException("boom"));
        endpoints.MapPost("/echo", async context => await context.Request.Body.CopyToAsync(context.Response.Body));
    }
}
