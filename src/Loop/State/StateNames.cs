using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Where the loop keeps what it knows of a model: names of blobs.</summary>
public static class StateNames
{
    /// <summary>The champion, its reference and baseline: <see cref="ModelState"/>.</summary>
    public static string ModelOf(string model) => $"state/{model}/model.json";

    /// <summary>The fingerprint of a version's training data.</summary>
    public static string ReferenceOf(string model, string version) => $"state/{model}/reference-{version}.hfp";

    /// <summary>How a version did on its holdout: <see cref="LabelledWindow"/>.</summary>
    public static string HoldoutOf(string model, string version) => $"state/{model}/holdout-{version}.json";

    /// <summary>The first row that was ever accepted, as a JSON array of one object.</summary>
    public static string ProbeOf(string model) => ProbeActivity.RowOf(model);

    /// <summary>What the breach rules remember.</summary>
    public static string BreachOf(string model) => $"state/{model}/breach.json";

    /// <summary>Where the catalog of batches lies.</summary>
    public static string BatchesOf(string model) => $"state/{model}/batches/";

    /// <summary>What is known of one batch: <see cref="BatchEntry"/>.</summary>
    public static string BatchOf(string model, string batch) => $"{BatchesOf(model)}{batch}.json";

    /// <summary>Counts of a batch.</summary>
    public static string FingerprintOf(string model, string batch, DateTimeOffset arrivedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"state/{model}/fingerprints/{arrivedAt.UtcDateTime:yyyy}/{arrivedAt.UtcDateTime:MM}/{arrivedAt.UtcDateTime:dd}/{batch}.hfp");

    /// <summary>What one part of a large batch left, without the ending that tells what it is; deleted once the batch is counted.</summary>
    public static string PartOf(string model, string batch, int part) => string.Create(CultureInfo.InvariantCulture, $"state/{model}/parts/{batch}/{part:D5}");

    /// <summary>Predictions of a batch, waiting for labels.</summary>
    public static string PredictionsOf(string model, string batch) => $"state/{model}/predictions/{batch}.hpl";

    /// <summary>Labels that came for rows of a batch, named after their content.</summary>
    public static string JoinedLabelsOf(string model, string batch, string hash) => $"state/{model}/labels/{batch}/{hash[..16]}.csv";

    /// <summary>Where the catalog of label files lies.</summary>
    public static string LabelFilesOf(string model) => $"state/{model}/label-files/";

    /// <summary>What is known of one label file: <see cref="LabelFileEntry"/>.</summary>
    public static string LabelFileOf(string model, string file) => $"{LabelFilesOf(model)}{file}.json";

    /// <summary>Where labels lie that came before the batch they are of.</summary>
    public static string EarlyLabelsOf(string model) => $"state/{model}/labels-early/";

    /// <summary>Such labels of one file.</summary>
    public static string EarlyLabelOf(string model, string file) => $"{EarlyLabelsOf(model)}{file}.csv";

    /// <summary>The manifest of a dataset: <see cref="DatasetManifest"/>.</summary>
    public static string DatasetOf(string model, string hash) => $"state/{model}/datasets/{hash}.json";

    /// <summary>Who may write traffic around the controller: <see cref="ModelLease"/>.</summary>
    public static string LeaseOf(string model) => $"state/{model}/lease.json";

    /// <summary>What a journal holds, counted.</summary>
    public static string TallyOf(string model) => $"state/{model}/tally.json";

    /// <summary>The report on a batch, a page of HTML.</summary>
    public static string ReportOf(string model, string batch) => $"reports/{model}/{batch}.html";

    /// <summary>The policy that was told last.</summary>
    public static string ToldPolicyOf(string model) => $"state/{model}/policy-told.json";

    /// <summary>What was counted so far for looks at a rollout.</summary>
    public static string WindowsOf(string model) => $"state/{model}/windows/";

    /// <summary>What a deployment answered since a time: goes on from look to look.</summary>
    public static string WindowOf(string model, string deployment, DateTimeOffset from) =>
        string.Create(CultureInfo.InvariantCulture, $"{WindowsOf(model)}{deployment}-{from.UtcDateTime:yyyyMMdd'T'HHmmssfff}.json");

    /// <summary>What the monitor remembers between two ticks.</summary>
    public static string MonitorOf(string model) => $"state/{model}/monitor.json";

    /// <summary>When the latest batches arrived, and how large they were.</summary>
    public static string ArrivalsOf(string model) => $"state/{model}/arrivals.json";

    /// <summary>How far the data collector's files were taken: <see cref="CollectorState"/>.</summary>
    public static string CollectorOf(string model) => $"state/{model}/collector.json";

    /// <summary>An hour of a data collector as a batch: CSV, inputs and outputs joined.</summary>
    public static string CollectedOf(string model, CollectorBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return string.Create(CultureInfo.InvariantCulture, $"state/{model}/collected/{batch.Hour.UtcDateTime:yyyy'/'MM'/'dd}/{batch.Id}.csv");
    }

    /// <summary>A batch or label file in quarantine.</summary>
    public static string QuarantineOf(string model, string batch) => $"quarantine/{model}/{batch}";

    /// <summary>Why it is there.</summary>
    public static string ReasonOf(string model, string batch) => $"quarantine/{model}/{batch}.reason.json";
}
