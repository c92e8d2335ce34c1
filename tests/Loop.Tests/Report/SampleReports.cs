using Homeostat.Batches;

namespace Homeostat.Loop.Tests;

/// <summary>Reports to write: one with every kind of column and verdict, and one as wide as asked.</summary>
internal static class SampleReports
{
    public static CheckReport Of(Fingerprint reference, Fingerprint current) => new()
    {
        Drift = DriftPolicy.Judge(reference, current, DriftOptions.Default),
        Reference = reference,
        Current = current,
        ReferenceName = "january.csv",
        CurrentName = "june.csv",
        ElapsedSeconds = 0.123,
        CheckedAt = new DateTimeOffset(2026, 6, 30, 12, 0, 0, TimeSpan.Zero),
    };

    /// <summary>Numbers, integers, atoms, categories, dates and text; drifted, held back, constant, absent and quiet.</summary>
    public static CheckReport Everything(int referenceRows = 20_000, int rows = 5_000)
    {
        ColumnFingerprint[] reference =
        [
            Fingerprints.Numbers(Samples.Normal(referenceRows, 1, 3.1, 2), "amount"),
            Fingerprints.Numbers(Samples.LogNormal(referenceRows, 2), "distance"),
            Fingerprints.Numbers([.. Samples.Normal(referenceRows, 3).Select(x => x < 0.3 ? 0 : Math.Round(x * 20, 1))], "delay"),
            Fingerprints.Numbers([.. Samples.Normal(referenceRows, 4).Select(x => Math.Floor(Math.Abs(x) * 2))], "passengers", ColumnType.Integer),
            Fingerprints.Words(Airports(Samples.Zipf(referenceRows, 5, 30)), "airport"),
            Fingerprints.Words(Samples.Repeat<string?>(("true", referenceRows / 4), ("false", referenceRows - referenceRows / 4)), "member", ColumnType.Boolean),
            Fingerprints.Numbers([.. Samples.Normal(referenceRows, 7, 1.7e9, 3e6)], "booked_at", ColumnType.Timestamp),
            Fingerprints.Numbers(Samples.Repeat((5.0, referenceRows)), "constant"),
            Fingerprints.Numbers(Samples.Normal(referenceRows, 9), "temperature"),
            Fingerprints.Numbers(Samples.Normal(referenceRows, 10), "gone"),
            Fingerprints.Text(referenceRows, 20, "comment"),
            Fingerprints.Numbers(Samples.Normal(referenceRows, 12), "row_id", role: ColumnRole.Id),
        ];
        double[] moved = Samples.Normal(rows, 101, 4.7, 2);
        for (int i = 0; i < rows / 8; i++) moved[i] = double.NaN;
        ColumnFingerprint[] current =
        [
            Fingerprints.Count(reference[0], moved),
            Fingerprints.Count(reference[1], Samples.LogNormal(rows, 102)),
            Fingerprints.Count(reference[2], [.. Samples.Normal(rows, 103).Select(x => x < -0.4 ? 0 : Math.Round(x * 20, 1))]),
            Fingerprints.Count(reference[3], [.. Samples.Normal(rows, 104).Select(x => Math.Floor(Math.Abs(x) * 2))]),
            Fingerprints.Count(reference[4], Airports(Samples.Zipf(rows, 105, 30)).Select((v, i) => i % 9 == 0 ? "LHR" : i % 13 == 0 ? "XNA" : v).ToArray()),
            Fingerprints.Count(reference[5], Samples.Repeat<string?>(("true", rows / 4 + 3), ("false", rows - rows / 4 - 3))),
            Fingerprints.Count(reference[6], Samples.Normal(rows, 107, 1.701e9, 3e6)),
            Fingerprints.Count(reference[7], Samples.Repeat((5.0, rows))),
            Fingerprints.Count(reference[8], [.. Samples.Normal(rows, 109).Select((x, i) => i == 7 ? 1e6 : x)]),
            Fingerprints.Count(reference[9], Samples.Repeat((double.NaN, rows))) with { Present = false },
            Fingerprints.Text(rows, 30, "comment"),
            Fingerprints.Count(reference[11], Samples.Normal(rows, 112)),
        ];
        return Of(Fingerprints.Of(reference), Fingerprints.Of(current) with { UnknownColumns = ["loyalty_tier"], RaggedRows = 3 });
    }

    /// <summary>As many columns as asked, half of them numbers and half categories, every third drifted.</summary>
    public static CheckReport Wide(int columns)
    {
        ColumnFingerprint[] reference = [.. Enumerable.Range(0, columns).Select(i => i % 2 == 0
            ? Fingerprints.Numbers(Samples.Normal(3_000, i), $"feature_number_{i}")
            : Fingerprints.Words(Samples.Zipf(3_000, i, 40), $"feature_category_{i}"))];
        ColumnFingerprint[] current = [.. reference.Select((column, i) => column.Grid is not null
            ? Fingerprints.Count(column, Samples.Normal(2_000, 1000 + i, i % 3 == 0 ? 1 : 0))
            : Fingerprints.Count(column, Samples.Zipf(2_000, 1000 + i, i % 3 == 0 ? 60 : 40, i % 3 == 0 ? 0.3 : 1)))];
        return Of(Fingerprints.Of(reference), Fingerprints.Of(current));
    }

    private static string[] Airports(string[] levels)
    {
        string[] names = ["ATL", "DFW", "DEN", "ORD", "LAX", "CLT", "LAS", "PHX", "MCO", "SEA", "MIA", "IAH", "JFK", "EWR", "SFO", "DTW", "BOS", "MSP", "LGA", "FLL", "SLC", "DCA", "BWI", "SAN", "LHR", "TPA", "BNA", "AUS", "IAD", "MDW"];
        return [.. levels.Select(level => names[int.Parse(level[1..], System.Globalization.CultureInfo.InvariantCulture)])];
    }
}
