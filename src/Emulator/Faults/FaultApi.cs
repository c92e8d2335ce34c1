using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.Emulator;

/// <summary>The test-only API over <see cref="FaultSet"/>. It wants a token like everything else, so that no web page can reach it.</summary>
internal sealed class FaultApi(FaultSet faults)
{
    private const string Root = "/emulator/faults";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal void Map(IEndpointRouteBuilder routes)
    {
        Add(routes, "GET", Root, _ => Task.FromResult(new ArmAnswer(200, new JsonObject { ["value"] = JsonSerializer.SerializeToNode(faults.List(), s_json) })));
        Add(routes, "POST", Root, AddAsync);
        Add(routes, "DELETE", Root, _ =>
        {
            faults.Clear();
            return Task.FromResult(new ArmAnswer(204));
        });
        Add(routes, "DELETE", Root + "/{id}", context => Task.FromResult(new ArmAnswer(faults.Remove(context.GetRouteValue("id") as string ?? "") ? 200 : 204)));
    }

    private async Task<ArmAnswer> AddAsync(HttpContext context)
    {
        try
        {
            var fault = await JsonSerializer.DeserializeAsync<Fault>(context.Request.Body, s_json, context.RequestAborted).ConfigureAwait(false);
            if (fault?.Refuse() is { } wrong) return ArmAnswer.BadRequest(wrong);
            if (fault is null) return ArmAnswer.BadRequest("The body is null. There is no fault to add. Send an object with 'kind'.");
            return new ArmAnswer(201, new JsonObject { ["id"] = faults.Add(fault) });
        }
        catch (JsonException e)
        {
            return ArmAnswer.BadRequest($"The fault cannot be read: {e.Message} Nothing was added. See docs/emulator.md for its members.");
        }
    }

    private static void Add(IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, Task<ArmAnswer>> handle) => routes.MapMethods(pattern, [method], async context =>
    {
        var answer = ArmDoor.RefuseToken(context) ?? await handle(context).ConfigureAwait(false);
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted).ConfigureAwait(false);
    });
}
