using System.Collections.Immutable;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>A model as JSON: every number it adds up, under the name of what it stands for.</summary>
internal sealed record ModelForm
{
    public required TaskKind Task { get; init; }

    public required ColumnSchema Label { get; init; }

    public ImmutableArray<string> Classes { get; init; } = [];

    public string? Positive { get; init; }

    /// <summary>One an output.</summary>
    public required double[] Bias { get; init; }

    public required ImmutableArray<FeatureForm> Features { get; init; }

    internal static ModelForm Of(Model model) => new()
    {
        Task = model.Task.Kind,
        Label = model.Task.Label,
        Classes = model.Task.Classes,
        Positive = model.Task.Positive,
        Bias = model.Coefficients.Bias,
        Features = [.. model.Shapes.Select((shape, i) => FeatureForm.Of(shape, model.Coefficients, model.Offsets[i]))],
    };

    /// <summary>The model; throws <see cref="FormatException"/> when numbers are missing.</summary>
    internal Model Read()
    {
        var task = new ModelTask(Task, Label, Classes, Positive);
        int outputs = task.Loss().Outputs;
        FeatureShape[] shapes = [.. Features.Select(feature => feature.Shape())];
        var model = new Model(task, shapes, new Coefficients(outputs, shapes.Sum(shape => shape.Size)));
        bool whole = Bias.Length == outputs && (Task == TaskKind.Regression) == Classes.IsEmpty && (Task != TaskKind.Binary || Classes.Length == 2);
        if (!whole) throw new FormatException("its classes do not fit its task");
        Bias.CopyTo(model.Coefficients.Bias, 0);
        for (int i = 0; i < shapes.Length; i++) Features[i].CopyTo(model.Coefficients, model.Offsets[i], shapes[i]);
        return model;
    }
}
