using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Homeostat.ModelRuntime;

/// <summary>What is served: POST /score, GET /health, and words for everything else.</summary>
internal sealed class ScoringEndpoint
{
    private const string JsonType = "application/json";

    private readonly ArtifactInfo _info;
    private readonly ServingCounters _counters;
    private readonly RowScorer _scorer;

    internal ScoringEndpoint(ServedModel served)
    {
        _info = served.Info;
        _counters = new ServingCounters([.. served.Model.Shapes.Select(shape => shape.Name)]);
        _scorer = new RowScorer(served, _counters);
    }

    internal Task HandleAsync(HttpContext context)
    {
        string method = context.Request.Method;
        switch (context.Request.Path.Value)
        {
            case "/score" when method == "POST": return ScoreAsync(context);
            case "/health" when method is "GET" or "HEAD": return HealthAsync(context);
            case "/score": return RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "Rows are sent with POST.");
            case "/health": return RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "Health is asked with GET.");
            default: return RefuseAsync(context, StatusCodes.Status404NotFound, "NotFound", "Served are POST /score and GET /health.");
        }
    }

    private async Task ScoreAsync(HttpContext context)
    {
        ArrayBufferWriter<byte> answers = new(1024);
        try
        {
            await ReadAndScoreAsync(context, answers);
        }
        catch (RowsException e)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "BadRows", e.Message);
            return;
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode, "BadRequest", e.Message);
            return;
        }
        await AnswerAsync(context, StatusCodes.Status200OK, answers.WrittenMemory);
    }

    private async Task ReadAndScoreAsync(HttpContext context, ArrayBufferWriter<byte> answers)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                // Nothing is taken before all is there.
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            try
            {
                Score(read.Buffer, answers);
            }
            finally
            {
                // Refused rows are taken too: what is left would end the connection.
                reader.AdvanceTo(read.Buffer.End);
            }
            return;
        }
    }

    private void Score(in ReadOnlySequence<byte> body, ArrayBufferWriter<byte> answers)
    {
        if (body.IsSingleSegment)
        {
            _scorer.Score(body.FirstSpan, answers);
            return;
        }
        byte[] whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        body.CopyTo(whole);
        try
        {
            _scorer.Score(whole.AsSpan(0, (int)body.Length), answers);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private Task HealthAsync(HttpContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status"u8, "healthy"u8);
            json.WriteString("dataHash"u8, _info.DataHash);
            json.WriteString("codeVersion"u8, _info.CodeVersion);
            _counters.Write(json);
            json.WriteEndObject();
        }
        return AnswerAsync(context, StatusCodes.Status200OK, buffer.WrittenMemory);
    }

    private Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        _counters.Refused();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, code);
            json.WriteString("message"u8, message);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return AnswerAsync(context, status, buffer.WrittenMemory);
    }

    private static async Task AnswerAsync(HttpContext context, int status, ReadOnlyMemory<byte> json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = JsonType;
        context.Response.ContentLength = json.Length;
        if (context.Request.Method != "HEAD") await context.Response.BodyWriter.WriteAsync(json);
    }
}
