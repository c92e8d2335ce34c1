namespace Homeostat.Dashboard;

/// <summary>A model as the API shows it. Traffic is as the controller last saw or left it.</summary>
internal sealed record ModelView(string Model)
{
    public string? Endpoint { get; init; }

    /// <summary>Null: the controller has not shown itself yet.</summary>
    public string? Phase { get; init; }

    /// <summary>The phase in words.</summary>
    public string? PhaseText { get; init; }

    public DateTimeOffset? PhaseSince { get; init; }

    public bool Paused { get; init; }

    public ChampionView? Champion { get; init; }

    public ChampionView? Challenger { get; init; }

    public IReadOnlyDictionary<string, int>? Traffic { get; init; }

    public IReadOnlyDictionary<string, int>? Mirror { get; init; }

    public RemediationView? Remediation { get; init; }

    public RolloutView? Rollout { get; init; }

    public QuestionView? Question { get; init; }

    public EscalationView? Escalation { get; init; }

    /// <summary>What is wrong now that the controller cannot mend: silence, a missing endpoint.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    public VerdictView? LastVerdict { get; init; }

    public DateTimeOffset? NextLook { get; init; }

    public HealthView? Health { get; init; }

    public required ControllerView Controller { get; init; }

    /// <summary>What was last done, in a sentence.</summary>
    public string? Note { get; init; }

    /// <summary>Records of its journal.</summary>
    public long? JournalLength { get; init; }
}
