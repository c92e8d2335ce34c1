using System.Text.Json.Nodes;

namespace Homeostat.Cli;

/// <summary>A person takes the new champion back by one HTTP request.</summary>
internal sealed class ByHand() : Scene(5, "a person rolls back")
{
    private const string Reason = "complaints from the gates since noon";

    // So many answers in a row from the one that traffic went back to.
    private const int Enough = 30;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    protected override async Task PlayAsync(Playing playing)
    {
        var (stage, log, cancellation) = playing;
        stage.Story.Block($"""
              curl -X POST {stage.Run.Api.ToString().TrimEnd('/')}/api/models/{DemoPolicy.Model}/rollback \
                -H "x-functions-key: $(cat {stage.Run.ApiKey.Path})" \
                -d '{"{"}"by": "ada", "reason": "{Reason}"{"}"}'
            """);
        log.Note(result => result with { Injected = "one POST, by a person", InjectedAt = stage.Since() });
        var (status, answer) = await stage.PostAsync("rollback", new JsonObject { ["by"] = "ada", ["reason"] = Reason }, cancellation);
        var answered = stage.Since();
        string? outcome = answer["outcome"]?.ToString();
        if (!log.Expect(status == 200 && outcome == "rolledBack", $"The rollback was answered {status} {outcome}: {answer["detail"] ?? answer["text"]}", "Traffic may still be where it was.")) return;
        stage.Story.Say($"HTTP {status}: {answer["text"]}");
        string shares = await stage.SharesAsync(cancellation);
        log.Note(result => result with { DetectedAt = result.InjectedAt, RecoveredAt = answered, Done = $"all requests back on {DemoPolicy.FirstDeployment}" });
        log.Expect(shares == $"{DemoPolicy.FirstDeployment} 100 %", $"Traffic reads {shares}.", "The answer said that it is back.");
        var before = stage.Traffic.Answered.ToDictionary();
        while (stage.Traffic.Answered.GetValueOrDefault(DemoPolicy.FirstDeployment) < before.GetValueOrDefault(DemoPolicy.FirstDeployment) + Enough && stage.Since() < answered + Soon) await Task.Delay(s_look, cancellation);
        // One that was under way when traffic moved may still come.
        var others = stage.Traffic.Answered.Where(one => one.Key != DemoPolicy.FirstDeployment && one.Value > before.GetValueOrDefault(one.Key) + 6).Select(one => one.Key).ToList();
        log.Expect(others.Count == 0, $"{string.Join(", ", others)} still answers callers.", "Traffic reads otherwise than it goes.");
    }
}
