using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>
/// Splits batches by time. The holdout takes rows from the end; the batch in which it begins is cut, its first rows going to training,
/// or kept whole where later batches overlap it. A batch that began earlier but reaches into the time of the holdout would be trained on with
/// hindsight, and is left out.
/// </summary>
internal static class DatasetSplit
{
    public static DatasetPlan Of(List<DatasetBatch> batches, double share, List<LeftOut> leftOut)
    {
        long all = batches.Sum(b => b.LabelledRows), wanted = Math.Clamp((long)Math.Ceiling(share * all), 1, all - 1);
        int border = batches.Count;
        long kept = 0;
        while (kept < wanted) kept += batches[--border].LabelledRows;
        var cut = batches[border];
        // A batch that others overlap cannot be cut: its first rows may be later than theirs.
        long early = batches.Skip(border + 1).Any(later => later.From < cut.To) ? 0 : kept - wanted;
        List<(DatasetBatch Batch, DatasetPart Part)> holdout = [(cut, new(cut.Name, early, cut.LabelledRows - early))];
        holdout.AddRange(batches.Skip(border + 1).Select(Whole));
        List<(DatasetBatch Batch, DatasetPart Part)> training = [];
        foreach (var batch in batches.Take(border))
        {
            if (batch.To <= cut.From) training.Add(Whole(batch));
            else leftOut.Add(new(batch.Name, $"It ended at {DurationWords.Of(batch.To)}, after the holdout began ({DurationWords.Of(cut.From)})."));
        }

        if (early > 0) training.Add((cut, new(cut.Name, 0, early)));
        return Plan(training, holdout, leftOut);
    }

    /// <summary>One line a part: role, content, labels, rows.</summary>
    public static string Hash(IEnumerable<(string Role, DatasetBatch Batch, DatasetPart Part)> parts)
    {
        var text = new StringBuilder();
        foreach (var (role, batch, part) in parts)
            text.Append(CultureInfo.InvariantCulture, $"{role} {batch.Hash} {batch.LabelHash ?? "-"} {part.First} {part.Rows}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static DatasetPlan Plan(
        List<(DatasetBatch Batch, DatasetPart Part)> training, List<(DatasetBatch Batch, DatasetPart Part)> holdout, List<LeftOut> leftOut) => new()
    {
        Training = [.. training.Select(t => t.Part)],
        Holdout = [.. holdout.Select(h => h.Part)],
        LeftOut = [.. leftOut],
        Hash = Hash(training.Select(t => ("training", t.Batch, t.Part)).Concat(holdout.Select(h => ("holdout", h.Batch, h.Part)))),
        Problem = training.Count > 0 ? null : "Every batch reaches into the time of the holdout. Nothing is left to train on without hindsight. "
            + "Collect batches whose times do not overlap.",
    };

    private static (DatasetBatch Batch, DatasetPart Part) Whole(DatasetBatch batch) => (batch, new(batch.Name, 0, batch.LabelledRows));
}
