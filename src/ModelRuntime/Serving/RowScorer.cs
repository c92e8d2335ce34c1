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
    private const int Unset = -1, MostDepth = 16;

    private readonly Model _model;
    private readonly FeatureCoder[] _coders;
    private readonly FeatureNames _names;
    private readonly AnswerWriter _answers;
    private readonly ServingCounters _counters;

    internal RowScorer(ModelArtifact artifact, ServingCounters counters)
    {
        _model = artifact.Model;
        _coders = artifact.Coders();
        _names = new FeatureNames(_model.Shapes.Select(shape => shape.Name));
        _answers = new AnswerWriter(_model.Task);
        _counters = counters;
    }

    /// <summary>Scores a JSON array of row objects into a JSON array of answers; gives the number of rows.</summary>
    /// <exception cref="RowsException">It is no array of objects.</exception>
    internal int Score(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        int[] levels = new int[_coders.Length];
        double[] scores = new double[_model.Coefficients.Outputs];
        int rows = 0;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new RowsException($"The body is {Word(reader.TokenType)}. Rows come as one JSON array of objects: [{{\"column\": value, ...}}, ...].");
            output.Write("["u8);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.StartObject) throw new RowsException($"Row {rows} is {Word(reader.TokenType)}. A row is a JSON object of columns and values.");
                Array.Fill(levels, Unset);
                ReadObject(ref reader, levels, prefix: null);
                if (rows++ > 0) output.Write(","u8);
                Answer(levels, scores, output);
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

    private void Answer(int[] levels, double[] scores, IBufferWriter<byte> output)
    {
        for (int feature = 0; feature < levels.Length; feature++)
        {
            if (levels[feature] != Unset) continue;
            levels[feature] = _coders[feature].Missing;
            _counters.Missing(feature);
        }
        var coefficients = _model.Coefficients;
        for (int i = 0; i < scores.Length; i++)
        {
            double score = coefficients.Bias[i];
            var weights = coefficients.Of(i, 0, coefficients.Levels);
            for (int feature = 0; feature < levels.Length; feature++) score += weights[_model.Offsets[feature] + levels[feature]];
            scores[i] = score;
        }
        _answers.Write(ModelRuntime.Answer.Of(_model.Task.Kind, scores), output);
    }

    private void ReadObject(ref Utf8JsonReader reader, int[] levels, string? prefix)
    {
        for (int next = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; next++)
        {
            int feature = prefix is null && !reader.ValueIsEscaped ? _names.Find(reader.ValueSpan, next) : _names.Find(Encoding.UTF8.GetBytes(prefix + reader.GetString()), next);
            if (feature >= 0) next = feature;
            string? name = feature < 0 ? reader.GetString() : null;
            reader.Read();
            if (feature >= 0) levels[feature] = LevelOf(ref reader, feature);
            // Members of nested objects have dotted names, as in files.
            else if (reader.TokenType == JsonTokenType.StartObject) ReadObject(ref reader, levels, $"{prefix}{name}.");
            else reader.Skip();
        }
    }

    private int LevelOf(ref Utf8JsonReader reader, int feature)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return Unset;
            case JsonTokenType.String when reader.ValueIsEscaped: return LevelOfEscaped(ref reader, feature);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                _counters.Unreadable(feature);
                return _coders[feature].Missing;
            default: return LevelOf(reader.ValueSpan, feature);
        }
    }

    private int LevelOfEscaped(ref Utf8JsonReader reader, int feature)
    {
        byte[] text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        int length = reader.CopyString(text);
        int level = LevelOf(text.AsSpan(0, length), feature);
        ArrayPool<byte>.Shared.Return(text);
        return level;
    }

    private int LevelOf(ReadOnlySpan<byte> text, int feature)
    {
        int level = _coders[feature].LevelOf(text, out int code);
        if (code >= 0) return level;
        if (code == ValueCoder.Missing) return Unset;
        if (code == ValueCoder.Unseen) _counters.Unseen(feature);
        else _counters.Unreadable(feature);
        return level;
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
