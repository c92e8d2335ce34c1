using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>What of a model stands in its journal: the last verdict, and whether data still arrives.</summary>
internal sealed class ModelDetails(Api api)
{
    internal async Task<ModelView> AddAsync(ModelStanding standing, CancellationToken cancellation)
    {
        var counts = await api.Tally.ReadAsync(standing.Model, cancellation);
        var health = HealthPolicy.Judge(counts.Arrivals, api.Ports.Time.GetUtcNow(), standing.Policy?.Health ?? new HealthOptions());
        return ModelViews.Of(standing) with
        {
            LastVerdict = await LastVerdictAsync(standing.Model, counts, cancellation),
            Health = new HealthView(ApiJson.NameOf(health.Verdict), ApiJson.NameOf(health.Freshness), ApiJson.NameOf(health.Volume), health.Reason),
            JournalLength = counts.Records,
        };
    }

    private async Task<VerdictView?> LastVerdictAsync(string model, JournalCounts counts, CancellationToken cancellation)
    {
        if (!counts.Last.TryGetValue(JournalKinds.Judged, out long sequence)) return null;
        if (await RecordAsync(model, sequence, cancellation) is not { } record) return null;
        string? batch = Text(record.Evidence, "batch");
        string? verdict = record.Evidence.TryGetProperty("drift", out var drift) ? Text(drift, "verdict") : null;
        bool reported = batch is not null && await api.Ports.Loop.Store.FindAsync(StateNames.ReportOf(model, batch), cancellation) is not null;
        return new VerdictView(batch, verdict, record.Summary, record.At, record.Sequence) { Report = reported ? $"/api/models/{model}/reports/{batch}" : null };
    }

    private async Task<JournalRecord?> RecordAsync(string model, long sequence, CancellationToken cancellation)
    {
        await foreach (var record in api.Ports.Loop.Journal.ReadAsync(model, sequence, cancellation)) return record;
        return null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
