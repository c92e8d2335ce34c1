using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>
/// Scores rows over HTTP. What the model or its server answers is a result, however bad: 424 when the model failed, garbage as a success without
/// predictions, 504 when there was no answer in time. Only what says nothing about the deployment is an exception: a lost connection, throttling, a refused key.
/// </summary>
internal sealed class Scorer(HttpClient http, ScoringAccess access, AzureMLOptions options, TimeProvider time)
{
    private const string DeploymentHeader = "azureml-model-deployment";
    private const int LongestAnswer = 64 << 20;

    internal async Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        var question = new ScoringQuestion(endpoint, deployment, rows);
        var until = time.GetUtcNow() + options.ScoringDeadline;
        bool renewed = false;
        for (int attempt = 0; ; attempt++)
        {
            var address = await access.GetAsync(endpoint, cancellation);
            var (result, status, retryAfter) = await SendAsync(question, address, until, cancellation);
            if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                // A key may have been renewed since it was read; a fresh one that is refused stays refused.
                access.Forget(endpoint, address);
                if (renewed) throw Refused(endpoint, status);
                renewed = true;
                continue;
            }
            if (status != HttpStatusCode.TooManyRequests) return result;
            var wait = retryAfter ?? ArmRetry.Backoff(attempt);
            if (time.GetUtcNow() + wait >= until) throw ArmFaults.Passing(new ArmCall($"score rows at '{endpoint}'"), "the endpoint answered 429, too many requests", null);
            await Task.Delay(wait, time, cancellation);
        }
    }

    private async Task<(ScoringResult Result, HttpStatusCode Status, TimeSpan? RetryAfter)> SendAsync(
        ScoringQuestion question, ScoringAddress address, DateTimeOffset until, CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        var left = until - time.GetUtcNow();
        using var timer = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var request = Request(question, address);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var body = await BodyAsync(response, both.Token);
            string who = response.Headers.TryGetValues(DeploymentHeader, out var values) ? values.First() : question.Deployment ?? "";
            var predictions = response.StatusCode == HttpStatusCode.OK ? ScoringAnswer.Read(body) : [];
            var result = new ScoringResult(who, (int)response.StatusCode, predictions, time.GetElapsedTime(started));
            return (result, response.StatusCode, RetryAfter.Of(response.Headers.RetryAfter?.ToString(), time));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new ScoringResult(question.Deployment ?? "", 504, [], time.GetElapsedTime(started)), HttpStatusCode.GatewayTimeout, null);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            throw ArmFaults.Passing(new ArmCall($"score rows at '{question.Endpoint}'"), $"{address.Uri.Host} cannot be reached: {lost.Message}", lost);
        }
    }

    private AzureMLException Refused(string endpoint, HttpStatusCode status)
    {
        var call = new ArmCall($"score rows at '{endpoint}'");
        return status == HttpStatusCode.Forbidden
            ? ArmFaults.Forbidden(call, "the action Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action", options, null)
            : ArmFaults.NotSignedIn(call, "the endpoint answered 401 to a key it had just given", null);
    }

    private static HttpRequestMessage Request(ScoringQuestion question, ScoringAddress address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address.Uri)
        {
            Content = new ReadOnlyMemoryContent(question.Rows) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } },
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", address.Secret);
        request.Headers.Accept.ParseAdd(MediaTypeNames.Application.Json);
        if (question.Deployment is { } name) request.Headers.Add(DeploymentHeader, name);
        return request;
    }

    // An answer without end must not take all memory; what is cut off is garbage, and read as such.
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var buffer = new MemoryStream();
        byte[] block = new byte[16 << 10];
        for (int read; buffer.Length < LongestAnswer && (read = await stream.ReadAsync(block, cancellation)) > 0;) buffer.Write(block, 0, read);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
