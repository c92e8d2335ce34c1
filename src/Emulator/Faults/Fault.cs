using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Something that is made to go wrong.</summary>
public sealed record Fault
{
    /// <summary>What.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Only calls of this HTTP method; null: all.</summary>
    public string? Method { get; init; }

    /// <summary>Only calls whose path contains this, without case; null: all.</summary>
    public string? Path { get; init; }

    /// <summary>The endpoint that an edit or a crash is about.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Only what this deployment's model answers; for a crash, the deployment.</summary>
    public string? Deployment { get; init; }

    /// <summary>How often it happens before it is used up; null: until it is taken away.</summary>
    public int? Count { get; init; }

    /// <summary>Share of the matching calls that it happens to, above 0 up to 1. Default all.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>A duration, for kinds that have one. Default 1,000.</summary>
    public int Milliseconds { get; init; } = 1000;

    /// <summary>HTTP status of an error. Default 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Text of an error, or of garbage.</summary>
    public string? Message { get; init; }

    /// <summary>What an edit merges into the endpoint (RFC 7396); <c>traffic</c> and <c>mirrorTraffic</c> are replaced as a whole.</summary>
    public JsonObject? Edit { get; init; }

    /// <summary>Whether an edit waits for the next write of the endpoint to end.</summary>
    public bool AfterWrite { get; init; }

    internal TimeSpan Duration => TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal string? Refuse()
    {
        if (!Enum.IsDefined(Kind)) return "'kind' is none that is known. Nothing would happen. See docs/emulator.md for the list.";
        if (Rate is not (> 0 and <= 1)) return $"'rate' is {Rate.ToString(System.Globalization.CultureInfo.InvariantCulture)}. It is a share of calls. Use a number above 0, up to 1.";
        if (Count is < 1) return $"'count' is {Count}. The fault would never happen. Use a number from 1, or leave it out.";
        if (Milliseconds < 0) return $"'milliseconds' is {Milliseconds}. Time does not run backwards. Use a number from 0.";
        if (Status is < 400 or > 599) return $"'status' is {Status}. That is no error. Use a number from 400 to 599.";
        if (Kind == FaultKind.ForeignEdit && (Endpoint is null || Edit is null)) return "An edit needs 'endpoint' and 'edit'. There is nothing to change otherwise. Write both.";
        if (Kind == FaultKind.Crash && (Endpoint is null || Deployment is null)) return "A crash needs 'endpoint' and 'deployment'. There is no process to kill otherwise. Write both.";
        return null;
    }
}
