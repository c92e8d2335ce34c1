namespace Homeostat.Dashboard;

/// <summary>A model as the API shows it. Traffic is as the controller last saw or left it.</summary>
/// <param name="Model">The model.</param>
public sealed record ModelView(string Model)
{
    /// <summary>The endpoint; null without a policy in force.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Null: the controller has not shown itself yet.</summary>
    public string? Phase { get; init; }

    /// <summary>The phase in words.</summary>
    public string? PhaseText { get; init; }

    /// <summary>Since when it is in this phase.</summary>
    public DateTimeOffset? PhaseSince { get; init; }

    /// <summary>Whether the loop only watches.</summary>
    public bool Paused { get; init; }

    /// <summary>Who serves; null when nobody does.</summary>
    public ChampionView? Champion { get; init; }

    /// <summary>Who is on trial; null when nobody is.</summary>
    public ChampionView? Challenger { get; init; }

    /// <summary>Whole percent by deployment; null: never looked.</summary>
    public IReadOnlyDictionary<string, int>? Traffic { get; init; }

    /// <summary>Mirrored, whole percent by deployment; null: never looked.</summary>
    public IReadOnlyDictionary<string, int>? Mirror { get; init; }

    /// <summary>What is under way; null when nothing is.</summary>
    public RemediationView? Remediation { get; init; }

    /// <summary>Where the rollout is; null when there is none.</summary>
    public RolloutView? Rollout { get; init; }

    /// <summary>What a person is asked; null when nothing is.</summary>
    public QuestionView? Question { get; init; }

    /// <summary>Why it gave up, and since when; null when it did not.</summary>
    public EscalationView? Escalation { get; init; }

    /// <summary>What is wrong now that the controller cannot mend: silence, a missing endpoint.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    /// <summary>The verdict on the last judged batch; null: none was judged.</summary>
    public VerdictView? LastVerdict { get; init; }

    /// <summary>When the controller looks again by itself.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>Whether data still arrives as it used to.</summary>
    public HealthView? Health { get; init; }

    /// <summary>The controller.</summary>
    public required ControllerView Controller { get; init; }

    /// <summary>What was last done, in a sentence.</summary>
    public string? Note { get; init; }

    /// <summary>Records of its journal.</summary>
    public long? JournalLength { get; init; }
}
