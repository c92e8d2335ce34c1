using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>Lets rows of some classes count more than others.</summary>
internal static class ClassWeighting
{
    internal static void Apply(TrainingConfig config, ModelTask task, double[] targets, Span<double> weights)
    {
        if (task.Kind == TaskKind.Regression || (!config.Balanced && config.ClassWeights.Count == 0)) return;
        double[] factors = config.Balanced ? Balanced(task, targets, weights) : Named(config, task);
        for (int i = 0; i < weights.Length; i++) weights[i] *= factors[(int)targets[i]];
    }

    // All classes count the same in sum, and all rows as much as before.
    private static double[] Balanced(ModelTask task, double[] targets, ReadOnlySpan<double> weights)
    {
        double[] mass = new double[task.Classes.Length];
        for (int i = 0; i < weights.Length; i++) mass[(int)targets[i]] += weights[i];
        double share = mass.Sum() / mass.Length;
        return Array.ConvertAll(mass, one => share / one);
    }

    private static double[] Named(TrainingConfig config, ModelTask task)
    {
        var unknown = config.ClassWeights.Keys.Where(name => !task.Classes.Contains(name)).Select(name => $"'{name}'").ToList();
        if (unknown.Count > 0)
            throw new BadInputException(ModelErrors.ConfigInvalid,
                $"The configuration weighs {string.Join(", ", unknown)}, but '{task.Label.Name}' has no such class.",
                "A weight that counts for nothing was meant for something.",
                $"Use the classes of the label: {string.Join(", ", task.Classes.Take(20))}.");
        return [.. task.Classes.Select(name => config.ClassWeights.GetValueOrDefault(name, 1))];
    }
}
