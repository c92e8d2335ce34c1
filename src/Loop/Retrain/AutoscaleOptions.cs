namespace Homeostat.Loop;

/// <summary>How many machines stand behind a deployment, by its load. Section <c>retrain/job/autoscale</c>.</summary>
public sealed record AutoscaleOptions
{
    /// <summary>What the number follows; null: it stays as it was made. Default null.</summary>
    public AutoscaleSignal? By { get; init; }

    /// <summary>Fewest machines. Default 1.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>Most machines. Default 3.</summary>
    public int Maximum { get; init; } = 3;

    /// <summary>One machine more when the signal is above this for five minutes: percent for the processors, milliseconds for latency, which has no default; null: 70 %. Default null.</summary>
    public double? Above { get; init; }

    /// <summary>One machine fewer when the signal is below this for ten minutes; null: two fifths of <see cref="Above"/>. Default null.</summary>
    public double? Below { get; init; }

    /// <summary>What <see cref="Above"/> comes to; 0 when there is none.</summary>
    public double UpperBound() => Above ?? (By == AutoscaleSignal.Cpu ? 70 : 0);

    /// <summary>What <see cref="Below"/> comes to.</summary>
    public double LowerBound() => Below ?? 0.4 * UpperBound();
}
