using System.Buffers;
using System.Text;
using System.Text.Json;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>
/// Scores the rows of a request: bytes of JSON in, bytes of JSON out, no object a row in between. A value's text goes to its level through
/// <see cref="FeatureCoder"/>, as when the model was trained.
/// </summary>
internal sealed class RowScorer
{
    private const int MostDepth = 16;

    private static readonly FeatureValue s_unset = new(-1, 0);

    private readonly IModel _model;
    private readonly FeatureCoder[] _coders;
    private readonly FeatureNames _names;
    private readonly AnswerWriter _answers;
    private readonly ServingCounters _counters;

    internal RowScorer(ServedModel served, ServingCounters counters)
    {
        _model = served.Model;
        _coders = served.Coders();
        _names = new FeatureNames(_model.Shapes.Select(shape => shape.Name));
        _answers = new AnswerWriter(_model.Task);
        _counters = counters;
    }

    /// <summary>Scores a JSON array of row objects into a JSON array of answers; gives the number of rows.</summary>
    /// <exception cref="RowsException">It is no array of objects.</exception>
    internal int Score(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        var values = new FeatureValue[_coders.Length];
        double[] scores = new double[_model.Outputs];
        int rows = 0;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new RowsException($"The body is {Word(reader.TokenType)}. Rows come as one JSON array of objects: [{{\"column\": value, ...}}, ...].");
            output.Write("["u8);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.StartObject) throw new RowsException($"Row {rows} is {Word(reader.TokenType)}. A row is a JSON object of columns and values.");
                Array.Fill(values, s_unset);
                ReadObject(ref reader, values, prefix: null);
                if (rows++ > 0) output.Write(","u8);
                Answer(values, scores, output);
            }
            // Whatever stands behind the array is found here.
            while (reader.Read()) continue;
            output.Write("]"u8);
        }
        catch (JsonException e)
        {
            throw new RowsException($"The body is no JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, in row {rows}. Rows come as one JSON array of objects.");
        }
        catch (InvalidOperationException)
        {
            throw new RowsException($"A text in row {rows} is not UTF-8. JSON is UTF-8.");
        }
        _counters.Scored(rows);
        return rows;
    }

    private void Answer(FeatureValue[] values, double[] scores, IBufferWriter<byte> output)
    {
        for (int feature = 0; feature < values.Length; feature++)
        {
            if (values[feature] != s_unset) continue;
            values[feature] = _coders[feature].Missing;
            _counters.Missing(feature);
        }
        _model.Score(values, scores);
        _answers.Write(ModelRuntime.Answer.Of(_model.Task.Kind, scores), output);
    }

    private void ReadObject(ref Utf8JsonReader reader, FeatureValue[] values, string? prefix)
    {
        for (int next = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; next++)
        {
            int feature = prefix is null && !reader.ValueIsEscaped ? _names.Find(reader.ValueSpan, next) : _names.Find(Encoding.UTF8.GetBytes(prefix + reader.GetString()), next);
            if (feature >= 0) next = feature;
            string? name = feature < 0 ? reader.GetString() : null;
            reader.Read();
            if (feature >= 0) values[feature] = Read(ref reader, feature);
            // Members of nested objects have dotted names, as in files.
            else if (reader.TokenType == JsonTokenType.StartObject) ReadObject(ref reader, values, $"{prefix}{name}.");
            else reader.Skip();
        }
    }

    private FeatureValue Read(ref Utf8JsonReader reader, int feature)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return s_unset;
            case JsonTokenType.String when reader.ValueIsEscaped: return ReadEscaped(ref reader, feature);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                _counters.Unreadable(feature);
                return _coders[feature].Missing;
            default: return Read(reader.ValueSpan, feature);
        }
    }

    private FeatureValue ReadEscaped(ref Utf8JsonReader reader, int feature)
    {
        byte[] text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        int length = reader.CopyString(text);
        var value = Read(text.AsSpan(0, length), feature);
        ArrayPool<byte>.Shared.Return(text);
        return value;
    }

    private FeatureValue Read(ReadOnlySpan<byte> text, int feature)
    {
        var value = _coders[feature].Read(text, out int code);
        if (code >= 0) return value;
        if (code == ValueCoder.Missing) return s_unset;
        if (code == ValueCoder.Unseen) _counters.Unseen(feature);
        else _counters.Unreadable(feature);
        return value;
    }

    private static string Word(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.None => "empty",
        _ => "a literal",
    };
}
