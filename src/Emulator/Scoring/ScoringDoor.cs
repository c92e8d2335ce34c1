using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Emulator;

/// <summary>What a scoring request passes before it is routed.</summary>
internal sealed class ScoringDoor(Workspace workspace, FaultSet faults, EndpointKeys keys)
{
    private const int LongestId = 128;

    private readonly ulong _seed = (ulong)workspace.Options.Seed;
    private readonly RequestIds _ids = new((ulong)workspace.Options.Seed, (ulong)workspace.Read(state => state.Starts));
    private long _draws;

    /// <summary>Carries out what was injected; true when the request is answered.</summary>
    internal async Task<bool> InterruptAsync(HttpContext context)
    {
        foreach (var fault in faults.ForCall(context.Request.Method, context.Request.Path))
        {
            if (fault.Kind == FaultKind.Latency)
            {
                await Task.Delay(fault.Duration, workspace.Durations, context.RequestAborted).ConfigureAwait(false);
                continue;
            }
            if (fault.Kind == FaultKind.Disconnect)
            {
                context.Abort();
                return true;
            }
            context.Response.StatusCode = fault.Kind switch { FaultKind.Throttle => 429, FaultKind.ExpiredToken => 401, _ => fault.Status };
            if (fault.Kind == FaultKind.Throttle) context.Response.Headers.RetryAfter = Math.Ceiling(fault.Duration.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            await context.Response.WriteAsync(fault.Message ?? "An error was injected. The request was not sent. Take the fault away, or try again.", context.RequestAborted).ConfigureAwait(false);
            return true;
        }
        return false;
    }

    internal bool MayScore(HttpContext context, EndpointRoute route)
    {
        string header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return false;
        string given = header["Bearer ".Length..].Trim();
        if (given.Length == 0) return false;
        if (route.AuthMode.Equals("AADToken", StringComparison.OrdinalIgnoreCase)) return true;
        return route.AuthMode.Equals("AMLToken", StringComparison.OrdinalIgnoreCase)
            ? keys.IsToken(route.Name, given, workspace.Now)
            : EndpointKeys.Same(given, route.PrimaryKey) | EndpointKeys.Same(given, route.SecondaryKey);
    }

    /// <summary>The draw that decides the way: by the caller's key, otherwise the next of the seed's.</summary>
    internal ulong Draw(string? key) => string.IsNullOrEmpty(key) ? Chance.Draw(_seed, (ulong)Interlocked.Increment(ref _draws)) : Chance.Draw(_seed, Chance.Hash(key));

    internal async Task<ScoringCall> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        byte[] body = await BodyAsync(request, context.RequestAborted).ConfigureAwait(false);
        string id = request.Headers["x-request-id"].ToString();
        if (id.Length is 0 or > LongestId || !id.All(c => c is > ' ' and <= '~')) id = _ids.Next();
        return new ScoringCall(body, request.ContentType ?? "application/json", id, workspace.Today)
        {
            Path = request.QueryString.HasValue ? "/score" + request.QueryString.Value : "/score",
        };
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is { } length && length <= int.MaxValue)
        {
            byte[] exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, cancellation).ConfigureAwait(false);
            return exact;
        }
        using var grown = new MemoryStream();
        await request.Body.CopyToAsync(grown, cancellation).ConfigureAwait(false);
        return grown.ToArray();
    }
}
