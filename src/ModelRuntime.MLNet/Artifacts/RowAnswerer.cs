using Microsoft.ML;
using Microsoft.ML.Data;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>Answers one row at a time.</summary>
internal interface IRowAnswerer
{
    /// <summary>Scores a row; not from two threads at a time.</summary>
    void Score(ReadOnlySpan<FeatureValue> values, Span<double> scores);
}

/// <summary>Puts what was answered as the scores that <see cref="Answer.Of"/> wants.</summary>
internal delegate void PutScores<in T>(T answered, Span<double> scores);

/// <summary>One of ML.NET's engines, and the row it reads.</summary>
internal sealed class RowAnswerer<T>(MLContext context, ITransformer transformer, FeatureLayout layout, int outputs, PutScores<T> put) : IRowAnswerer
    where T : class, new()
{
    private readonly PredictionEngine<LearnedRow, T> _engine =
        context.Model.CreatePredictionEngine<LearnedRow, T>(transformer, ignoreMissingColumns: false, layout.Columns(outputs));
    private readonly LearnedRow _row = new();
    private readonly T _answered = new();
    private readonly float[] _values = new float[layout.Features];
    private readonly int[] _slots = new int[layout.Features];

    public void Score(ReadOnlySpan<FeatureValue> values, Span<double> scores)
    {
        for (int feature = 0; feature < values.Length; feature++) (_slots[feature], _values[feature]) = layout.Place(feature, values[feature]);
        _row.Features = new VBuffer<float>(layout.Size, _slots.Length, _values, _slots);
        var answered = _answered;
        _engine.Predict(_row, ref answered);
        put(answered, scores);
    }
}
