namespace Homeostat.Loop;

/// <summary>When the hours of a data collector become batches.</summary>
public sealed record CollectorOptions
{
    /// <summary>The folder below which the collector writes, without a slash at its end; empty: at the top. Default <c>modelDataCollector</c>, as the service has it.</summary>
    public string Root { get; init; } = "modelDataCollector";

    /// <summary>
    /// Whether rows are read from <c>request</c> and answers from <c>response</c>, which the service logs of any container, in place of <c>model_inputs</c> and
    /// <c>model_outputs</c>, which a Python script logs. Default false.
    /// </summary>
    public bool Payloads { get; init; }

    /// <summary>An hour is closed so long after its end; data lands up to 10 minutes late. Default 15 minutes.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Hours older than this are let be, late lines included. Default 7 days.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromDays(7);
}
