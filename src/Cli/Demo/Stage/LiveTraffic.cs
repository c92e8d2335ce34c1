using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Homeostat.Cli;

/// <summary>
/// Callers who ask the endpoint about flights all the time, at a steady pace, over HTTP like anybody else. They count what failed: a status other
/// than 200, or an answer that cannot be read.
/// </summary>
internal sealed class LiveTraffic : IAsyncDisposable
{
    /// <summary>Requests a second.</summary>
    internal const int PerSecond = 150;

    private const int Callers = 6, RowsPerRequest = 2;

    private static readonly TimeSpan s_behind = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http;
    private readonly Owner.Door _door;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);
    private readonly Task _callers;
    private volatile PlayedWeek _week;
    private long _requests, _failed, _due;

    internal LiveTraffic(HttpClient http, Owner.Door door, PlayedWeek first, TimeProvider time)
    {
        (_http, _door, _week, _time) = (http, door, first, time);
        _due = time.GetTimestamp();
        _callers = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(CallAsync)));
    }

    /// <summary>Requests so far, failed ones included.</summary>
    internal long Requests => Interlocked.Read(ref _requests);

    /// <summary>Failed requests so far.</summary>
    internal long Failed => Interlocked.Read(ref _failed);

    /// <summary>Requests by the deployment that answered them.</summary>
    internal IReadOnlyDictionary<string, long> Answered => _answered;

    /// <summary>The last reason why one failed; null: none has.</summary>
    internal string? LastFailure { get; private set; }

    /// <summary>From now on callers ask about these flights, over and over.</summary>
    internal void Play(PlayedWeek week) => _week = week;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _callers;
        _end.Dispose();
    }

    private async Task CallAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(Wait(), _time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_end.IsCancellationRequested) return;
            var week = _week;
            await AskAsync(week, week.Next(RowsPerRequest));
        }
    }

    // Each takes the next due time. A machine that cannot keep the pace drops requests that are overdue rather than sending them all at once.
    private TimeSpan Wait()
    {
        long step = _time.TimestampFrequency / PerSecond, now = _time.GetTimestamp();
        long due = Interlocked.Add(ref _due, step);
        if (_time.GetElapsedTime(due, now) > s_behind) Interlocked.CompareExchange(ref _due, now, due);
        return _time.GetElapsedTime(now, due) is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private async Task AskAsync(PlayedWeek week, int[] rows)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _door.Score) { Content = new ByteArrayContent(FlightRow.ToJson(rows.Select(row => week.Rows[row]))) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _door.Key);
            using var answer = await _http.SendAsync(request, _end.Token);
            byte[] body = await answer.Content.ReadAsByteArrayAsync(_end.Token);
            if (answer.Headers.TryGetValues("azureml-model-deployment", out var who)) _answered.AddOrUpdate(who.First(), 1, (_, count) => count + 1);
            Count(answer.IsSuccessStatusCode ? Read(week, rows, body) : $"HTTP {(int)answer.StatusCode}");
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The demo is over; nobody waits for this answer.
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Count(e.Message);
        }
    }

    private static string? Read(PlayedWeek week, int[] rows, byte[] body)
    {
        try
        {
            using var answers = JsonDocument.Parse(body);
            if (answers.RootElement.GetArrayLength() != rows.Length) return "an answer for other rows";
            for (int i = 0; i < rows.Length; i++) week.Answer(rows[i], answers.RootElement[i].GetProperty("prediction").GetRawText(), answers.RootElement[i].GetProperty("probability").GetDouble());
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"an answer that cannot be read ({e.Message})";
        }
    }

    private void Count(string? failure)
    {
        Interlocked.Increment(ref _requests);
        if (failure is null) return;
        Interlocked.Increment(ref _failed);
        LastFailure = failure;
    }
}
