using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>One column in the JSON report.</summary>
internal static class JsonFeature
{
    public static void Write(Utf8JsonWriter json, FeatureVerdict feature, DriftOptions options)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, feature.Name);
        json.WriteString("type"u8, JsonNames.Of(feature.Type));
        json.WriteBoolean("drifted"u8, feature.Drifted);
        json.WriteString("verdict"u8, JsonNames.Of(feature.Verdict));
        json.WriteString("reason"u8, feature.Reason);
        WriteMetrics(json, feature.Metrics);
        WriteThresholds(json, feature, options);
        json.WriteStartArray("signals"u8);
        foreach (var signal in feature.Signals) WriteSignal(json, signal);
        json.WriteEndArray();
        json.WriteStartArray("notes"u8);
        foreach (string note in feature.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, FeatureMetrics metrics)
    {
        json.WriteStartObject("metrics"u8);
        JsonNumbers.Write(json, "psi"u8, metrics.Psi);
        JsonNumbers.Write(json, "jensenShannon"u8, metrics.JensenShannon);
        JsonNumbers.Write(json, "wasserstein"u8, metrics.Wasserstein);
        JsonNumbers.Write(json, "wassersteinNormalised"u8, metrics.WassersteinNormalised);
        JsonNumbers.Write(json, "ks"u8, metrics.Ks);
        JsonNumbers.Write(json, "ksBound"u8, metrics.KsBound);
        JsonNumbers.Write(json, "ksPValue"u8, metrics.KsPValue);
        JsonNumbers.Write(json, "chiSquare"u8, metrics.ChiSquare);
        JsonNumbers.Write(json, "chiSquarePValue"u8, metrics.ChiSquarePValue);
        JsonNumbers.Write(json, "hellinger"u8, metrics.Hellinger);
        JsonNumbers.Write(json, "massMoved"u8, metrics.MassMoved);
        JsonNumbers.Write(json, "missingRate"u8, metrics.Missing);
        JsonNumbers.Write(json, "typeErrorRate"u8, metrics.TypeError);
        JsonNumbers.Write(json, "unseenRate"u8, metrics.Unseen);
        JsonNumbers.Write(json, "outOfRangeRate"u8, metrics.OutOfRange);
        json.WriteEndObject();
    }

    // Every signal by name, null where it is off or was not judged in this column: a reader need not guess.
    private static void WriteThresholds(Utf8JsonWriter json, FeatureVerdict feature, DriftOptions options)
    {
        json.WriteStartObject("threshold"u8);
        foreach (var signal in SignalScope.All)
        {
            double? used = null;
            foreach (var verdict in feature.Signals)
                if (verdict.Signal == signal) used = options.ThresholdOf(signal);
            if (used is { } threshold) json.WriteNumber(SignalNames.Json(signal), threshold);
            else json.WriteNull(SignalNames.Json(signal));
        }
        json.WriteEndObject();
    }

    private static void WriteSignal(Utf8JsonWriter json, SignalVerdict signal)
    {
        json.WriteStartObject();
        json.WriteString("signal"u8, SignalNames.Json(signal.Signal));
        json.WriteString("verdict"u8, JsonNames.Of(signal.Verdict));
        JsonNumbers.Write(json, "observed"u8, signal.Observed);
        JsonNumbers.Write(json, "threshold"u8, signal.Threshold);
        json.WriteStartObject("sampleSizes"u8);
        json.WriteNumber("reference"u8, signal.ReferenceCount);
        json.WriteNumber("current"u8, signal.CurrentCount);
        json.WriteEndObject();
        JsonNumbers.Write(json, "pValue"u8, signal.PValue);
        JsonNumbers.Write(json, "alpha"u8, signal.Alpha);
        JsonNumbers.Write(json, "neededSampleSize"u8, signal.NeededCount);
        json.WriteString("rule"u8, signal.Rule);
        json.WriteString("reason"u8, signal.Reason);
        json.WriteEndObject();
    }
}
