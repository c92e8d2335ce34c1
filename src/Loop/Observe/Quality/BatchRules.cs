using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Rules of the whole batch.</summary>
internal static class BatchRules
{
    public static void Check(Fingerprint batch, QualityOptions options, QualityFindings findings)
    {
        findings.Take(batch.Rows >= options.MinimumRows ? null : new QualityFinding
        {
            Check = QualityCheck.Rows,
            Verdict = Verdict.Fail,
            Observed = batch.Rows,
            Threshold = options.MinimumRows,
            Count = batch.Rows,
            Rule = "rows/1",
            What = $"The batch has {Words.Count(batch.Rows)} rows, fewer than {Words.Count(options.MinimumRows)}.",
            Why = "So few are a broken export more often than a quiet day.",
            Fix = "Check the job that writes the batch, or lower 'minimumRows'.",
        });
        long all = batch.Rows + batch.RaggedRows;
        double ragged = all == 0 ? 0 : (double)batch.RaggedRows / all;
        findings.Take(ragged <= options.MaximumRagged ? null : new QualityFinding
        {
            Check = QualityCheck.Ragged,
            Verdict = Verdict.Fail,
            Observed = ragged,
            Threshold = options.MaximumRagged,
            Count = all,
            Rule = "ragged/1",
            What = $"{Words.Percent(ragged)} of the rows have the wrong number of fields, more than {Words.Percent(options.MaximumRagged)}.",
            Why = "They are left out of every count, and the others may be cut in the wrong places.",
            Fix = "Quote values that hold the delimiter, or write the file again.",
        });
    }
}
