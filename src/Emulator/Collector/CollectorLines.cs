using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Homeostat.Emulator;

/// <summary>From a call to the lines that its deployment collects. Used by one thread.</summary>
internal sealed class CollectorLines(RequestIds ids, ulong seed)
{
    internal const string Inputs = "model_inputs", Outputs = "model_outputs", Both = "model_inputs_outputs", Request = "request", Response = "response";

    private readonly ArrayBufferWriter<byte> _data = new(4096);

    internal void Write(CollectedCall collected, CollectorFiles files)
    {
        // One draw a request: a sampled input has its output.
        double draw = Chance.Unit(seed, Chance.Hash(collected.Call.RequestId));
        foreach (var (collection, rate) in collected.Deployment.Collector.Rates)
            if (draw < rate && IsWritten(collection, collected.Answer)) WriteOne(collected, collection, files);
    }

    // Custom logging is the model's own doing: a request that failed did not get that far. Other names are for a script that calls them.
    private static bool IsWritten(string collection, ModelAnswer answer) => collection switch
    {
        Request or Response => true,
        Inputs or Outputs or Both => answer.Status == 200,
        _ => false,
    };

    private void WriteOne(CollectedCall collected, string collection, CollectorFiles files)
    {
        var (call, answer) = (collected.Call, collected.Answer);
        _data.ResetWrittenCount();
        string? failure = collection switch
        {
            Inputs => CollectedRows.Write(call.Body, [], _data),
            Outputs => CollectedRows.Write(answer.Body, CollectedRows.Scalars, _data),
            Both => CollectedRows.WriteJoined(call.Body, answer.Body, _data),
            Request => CollectedRows.WritePayload(call.Body, _data),
            _ => CollectedRows.WritePayload(answer.Body, _data),
        };
        if (failure is not null) collected.Deployment.Meter.CountLost(call.At, collection, failure);
        else Envelope(collected, collection, files.At(collected.Deployment, collection, call.At));
    }

    private void Envelope(CollectedCall collected, string collection, IBufferWriter<byte> target)
    {
        var call = collected.Call;
        bool custom = collection is not (Request or Response);
        using (var json = new Utf8JsonWriter(target, CollectedRows.Compact))
        {
            json.WriteStartObject();
            json.WriteString("specversion"u8, "1.0"u8);
            json.WriteString("id"u8, ids.Next());
            json.WriteString("source"u8, collected.Deployment.Id);
            json.WriteString("type"u8, "azureml.inference." + collection);
            json.WriteString("datacontenttype"u8, _data.WrittenSpan[0] == (byte)'"' ? "text/plain"u8 : "application/json"u8);
            json.WriteString("time"u8, Dates.Seconds(call.At));
            json.WritePropertyName("data"u8);
            json.WriteRawValue(_data.WrittenSpan, skipInputValidation: true);
            if (collection == Request)
            {
                json.WriteString("path"u8, call.Path);
                json.WriteString("method"u8, "POST"u8);
            }
            // Of a request the service does not tell how long it is.
            json.WriteString("contentrange"u8, $"bytes 0-{_data.WrittenCount - 1}/{(collection == Request ? "*" : _data.WrittenCount)}");
            json.WriteString("correlationid"u8, call.RequestId);
            json.WriteString("xrequestid"u8, call.RequestId);
            if (custom)
            {
                json.WriteString("modelversion"u8, "default"u8);
                json.WriteString("collectdatatype"u8, "pandas.core.frame.DataFrame"u8);
                json.WriteString("agent"u8, "azureml-ai-monitoring/0.1.0b4"u8);
            }
            json.WriteEndObject();
        }
        target.Write("\n"u8);
    }
}
