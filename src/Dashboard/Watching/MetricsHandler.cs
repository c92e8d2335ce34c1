using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Metrics for Prometheus. Counters come from the journal, so they survive restarts and are the same on every host.</summary>
internal static class MetricsHandler
{
    internal static async Task<IResult> Show(ApiCall call)
    {
        List<ModelMetrics> models = [];
        foreach (string name in await call.Api.Models.NamesAsync(call.Cancellation))
            if (await call.Api.Models.FindAsync(name, call.Cancellation) is { } standing)
                models.Add(new ModelMetrics(standing, await CountsAsync(call, name)));
        var text = new MetricsText();
        Phases(text, models, call.Ports.Time.GetUtcNow());
        Counters(text, models);
        return new TextAnswer(MetricsText.ContentType, text.ToBytes());
    }

    private static void Phases(MetricsText text, List<ModelMetrics> models, DateTimeOffset now)
    {
        text.Family("homeostat_controller_up", "gauge", "Whether the model's controller runs.");
        foreach (var model in models) text.Sample("homeostat_controller_up", model.Standing.IsRunning ? 1 : 0, ("model", model.Name));
        text.Family("homeostat_phase", "gauge", "1 for the phase that the model's controller is in, 0 for the others.");
        foreach (var model in models)
        {
            foreach (var phase in Enum.GetValues<Phase>())
                text.Sample("homeostat_phase", model.Standing.State?.Phase == phase ? 1 : 0, ("model", model.Name), ("phase", ApiJson.NameOf(phase)));
        }
        text.Family("homeostat_phase_seconds", "gauge", "Time in the phase so far.");
        foreach (var model in models)
            if (model.Standing.State?.PhaseSince is { } since) text.Sample("homeostat_phase_seconds", Math.Max(0, (now - since).TotalSeconds), ("model", model.Name));
        text.Family("homeostat_paused", "gauge", "Whether the loop only watches.");
        foreach (var model in models) text.Sample("homeostat_paused", model.Standing.State?.Paused == true ? 1 : 0, ("model", model.Name));
    }

    private static void Counters(MetricsText text, List<ModelMetrics> models)
    {
        Counter(text, models, "homeostat_batches_judged_total", "Batches judged.", counts => counts.Of(JournalKinds.Judged));
        Counter(text, models, "homeostat_batches_quarantined_total", "Batches put in quarantine.", counts => counts.Of(JournalKinds.BatchQuarantined));
        Counter(text, models, "homeostat_rollbacks_total", "Rollbacks carried out.", counts => counts.Of(JournalKinds.RolledBack));
        Counter(text, models, "homeostat_rollbacks_refused_total", "Rollbacks with nothing to go back to.", counts => counts.Of(JournalKinds.RollbackRefused));
        Counter(text, models, "homeostat_promotions_total", "Challengers that became champion.", counts => counts.Of(JournalKinds.Promoted));
        Counter(text, models, "homeostat_journal_records_total", "Records of the journal.", counts => counts.Records);
    }

    private static void Counter(MetricsText text, List<ModelMetrics> models, string name, string help, Func<JournalCounts, long> count)
    {
        text.Family(name, "counter", help);
        foreach (var model in models)
            if (model.Counts is { } counts) text.Sample(name, count(counts), ("model", model.Name));
    }

    // A damaged journal hides its own counters only.
    private static async Task<JournalCounts?> CountsAsync(ApiCall call, string model)
    {
        try
        {
            return await call.Api.Tally.ReadAsync(model, call.Cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
