using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the rules found so far, and how many were asked.</summary>
internal sealed class QualityFindings
{
    private readonly List<QualityFinding> _told = [];

    public int Checked { get; private set; }

    /// <summary>Takes the answer of one rule; null: it holds.</summary>
    public void Take(QualityFinding? finding)
    {
        Checked++;
        if (finding is not null) _told.Add(finding);
    }

    /// <summary>Whether something was already told about the column.</summary>
    public bool Tells(string column, params ReadOnlySpan<QualityCheck> checks)
    {
        foreach (var finding in _told)
            if (finding.Column == column && checks.Contains(finding.Check)) return true;
        return false;
    }

    /// <summary>Broken rules first, otherwise in the order they were asked.</summary>
    public ImmutableArray<QualityFinding> Told() => [.. _told.OrderBy(finding => finding.Verdict == Verdict.Fail ? 0 : 1)];
}
