using System.Collections.Concurrent;
using Homeostat.Loop;
using Microsoft.ML;

namespace Homeostat.ModelRuntime.MLNet;

/// <summary>A model of ML.NET's that answers rows, for any number of threads.</summary>
internal sealed class TrainedModel : IModel
{
    private readonly MLContext _context;
    private readonly ITransformer _transformer;
    private readonly FeatureLayout _layout;
    private readonly Func<IRowAnswerer> _make;
    // An engine answers one row at a time, and making one takes milliseconds.
    private readonly ConcurrentBag<IRowAnswerer> _idle = [];

    internal TrainedModel(MLContext context, ITransformer transformer, ModelPlan plan)
    {
        (_context, _transformer, _layout, Plan) = (context, transformer, new FeatureLayout(plan.Shapes), plan);
        _make = plan.Task.Kind switch
        {
            TaskKind.Binary => () => new RowAnswerer<AnsweredPositive>(context, transformer, _layout, Outputs, PutLogOdds),
            TaskKind.Regression => () => new RowAnswerer<AnsweredNumber>(context, transformer, _layout, Outputs, PutNumber),
            _ => () => new RowAnswerer<AnsweredClasses>(context, transformer, _layout, Outputs, PutLogarithms),
        };
        // A model that cannot answer is found here, not by the first request.
        _idle.Add(_make());
    }

    public ModelTask Task => Plan.Task;

    public FeatureShape[] Shapes => Plan.Shapes;

    public int Outputs => Task.Kind == TaskKind.Multiclass ? Task.Classes.Length : 1;

    internal ModelPlan Plan { get; }

    public void Score(ReadOnlySpan<FeatureValue> values, Span<double> scores)
    {
        if (!_idle.TryTake(out var answerer)) answerer = _make();
        answerer.Score(values, scores);
        _idle.Add(answerer);
    }

    internal void Save(Stream zip)
    {
        var columns = _context.Data.LoadFromEnumerable(Array.Empty<LearnedRow>(), _layout.Columns(Outputs)).Schema;
        _context.Model.Save(_transformer, columns, zip);
    }

    private void PutNumber(AnsweredNumber answered, Span<double> scores) => scores[0] = answered.Score * Plan.Scale.Deviation + Plan.Scale.Mean;

    private static void PutLogOdds(AnsweredPositive answered, Span<double> scores) =>
        scores[0] = Logarithm(answered.Probability) - Logarithm(1 - (double)answered.Probability);

    private static void PutLogarithms(AnsweredClasses answered, Span<double> scores)
    {
        foreach (var (slot, probability) in answered.Score.Items(all: true)) scores[slot] = Logarithm(probability);
    }

    // A probability of 0 or 1 is one that a float cannot tell from it.
    private static double Logarithm(double probability) => Math.Log(Math.Max(probability, 1e-8));
}
