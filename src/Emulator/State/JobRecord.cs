namespace Homeostat.Emulator;

/// <summary>A command job.</summary>
internal sealed class JobRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The resource; its state is the job's status.</summary>
    public ResourceContent Content { get; init; } = new();

    /// <summary>When its process began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Exit code of its process.</summary>
    public int? ExitCode { get; set; }
}
