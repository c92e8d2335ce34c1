using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Calls of Azure Resource Manager: each has a deadline, and its failures are the loop's.</summary>
internal sealed class ArmService(AzureMLOptions options, ArmConnection connection, TimeProvider time)
{
    internal ArmConnection Connection => connection;

    internal TimeProvider Time => time;

    /// <summary>Runs a call, however many requests it takes, within a deadline.</summary>
    internal async Task<T> RunAsync<T>(ArmCall call, TimeSpan deadline, Func<CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        using var scope = HttpPipeline.CreateHttpMessagePropertiesScope((call with { Deadline = time.GetUtcNow() + deadline }).AsProperties());
        try
        {
            return await run(both.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw ArmFaults.TooLate(call, deadline, late);
        }
        catch (RequestFailedException failed)
        {
            throw ArmFaults.Of(failed, call, options);
        }
        catch (AuthenticationFailedException failed)
        {
            throw ArmFaults.NotSignedIn(call, failed.Message, failed);
        }
        catch (JsonException unreadable)
        {
            throw ArmFaults.Unreadable(call, unreadable.Message, unreadable);
        }
    }

    /// <summary>Reads a resource; null when it is not there.</summary>
    internal Task<ArmAnswer?> GetAsync(ArmCall call, ResourceIdentifier id, CancellationToken cancellation) => GetAsync(call, AddressOf(id), cancellation);

    /// <summary>Reads every resource of a list, page after page; empty when its parent is not there.</summary>
    internal async Task<IReadOnlyList<JsonObject>> ListAsync(ArmCall call, ResourceIdentifier parent, string list, CancellationToken cancellation)
    {
        List<JsonObject> all = [];
        Uri? page = AddressOf(parent, "/" + list);
        for (var seen = new HashSet<Uri>(); page is not null && seen.Add(page);)
        {
            if (await GetAsync(call, page, cancellation) is not { } answer) break;
            all.AddRange((answer.Body["value"] as JsonArray ?? []).OfType<JsonObject>());
            page = answer.Body["nextLink"]?.Text() is { Length: > 0 } next ? SameHost(call, next) : null;
        }
        return all;
    }

    internal Task<ArmAnswer?> GetAsync(ArmCall call, Uri address, CancellationToken cancellation) =>
        RunAsync(call, call.Patience ?? options.CallDeadline, async token =>
        {
            using var response = await SendAsync(RequestMethod.Get, address, null, token);
            return response.Status == 404 && !ArmFaults.IsOfParent(response, options) ? null : Read(call, response);
        }, cancellation);

    internal Task<ArmAnswer> PostAsync(ArmCall call, ResourceIdentifier id, string action, JsonObject? body, CancellationToken cancellation) =>
        RunAsync(call, call.Patience ?? options.CallDeadline, async token =>
        {
            using var response = await SendAsync(RequestMethod.Post, AddressOf(id, "/" + action), body, token);
            return Read(call, response);
        }, cancellation);

    /// <summary>Writes or deletes, at an address of its own, what is done at once. A deletion of nothing is done.</summary>
    internal Task<ArmAnswer> DoAsync(ArmCall call, RequestMethod method, Uri address, JsonObject? body, CancellationToken cancellation) =>
        RunAsync(call, options.CallDeadline, async token =>
        {
            using var response = await SendAsync(method, address, body, token);
            return response.Status == 404 && method == RequestMethod.Delete ? new ArmAnswer([], null) : Read(call, response);
        }, cancellation);

    /// <summary>Makes what is made at once: jobs and model versions. False when one of that name is there, which stays as it is.</summary>
    internal async Task<bool> PutNewAsync(ArmCall call, ResourceIdentifier id, JsonObject body, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(call, options.CallDeadline, async token =>
            {
                using var response = await SendAsync(RequestMethod.Put, AddressOf(id), body, token);
                return Read(call, response);
            }, cancellation);
            return true;
        }
        catch (Exception refused) when (refused is TransientException or AzureMLException { Code: AzureMLErrors.Refused })
        {
            // The service has several ways to say that the name is taken, 400 among them; whether it is, a look tells.
            if (await GetAsync(call, id, cancellation) is null) throw;
            return false;
        }
    }

    internal Uri AddressOf(ResourceIdentifier id, string tail = "", string? query = null) =>
        new(options.ResourceManager, $"{id}{tail}?api-version={Uri.EscapeDataString(options.ApiVersion)}{query}");

    // A token goes nowhere but to the resource manager, whatever an answer says.
    private Uri SameHost(ArmCall call, string next) =>
        new Uri(options.ResourceManager, next) is var address && address.Authority == options.ResourceManager.Authority && address.Scheme == "https"
            ? address
            : throw ArmFaults.Unreadable(call, $"a page is said to be at '{address.Authority}', which is not {options.ResourceManager.Authority}", null);

    private async Task<Response> SendAsync(RequestMethod method, Uri address, JsonObject? body, CancellationToken cancellation)
    {
        using var request = connection.Pipeline.CreateRequest();
        request.Method = method;
        request.Uri.Reset(address);
        request.Headers.SetValue("Accept", "application/json");
        if (body is not null)
        {
            request.Headers.SetValue("Content-Type", "application/json");
            request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
        }
        return await connection.Pipeline.SendRequestAsync(request, cancellation);
    }

    private static ArmAnswer Read(ArmCall call, Response response)
    {
        if (response.Status is < 200 or > 299) throw new RequestFailedException(response);
        if (response.Content.ToMemory().IsEmpty) return new ArmAnswer([], null);
        if (JsonNode.Parse(response.Content.ToMemory().Span) is not JsonObject body) throw ArmFaults.Unreadable(call, "the answer is no JSON object", null);
        return new ArmAnswer(body, response.Headers.TryGetValue("ETag", out string? eTag) ? eTag : body["etag"]?.Text());
    }
}
