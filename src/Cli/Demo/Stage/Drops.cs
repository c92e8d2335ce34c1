namespace Homeostat.Cli;

/// <summary>Drops files where the loop looks for them, whole: written beside, then renamed.</summary>
/// <param name="folder">The host's folder.</param>
internal sealed class Drops(string folder)
{
    internal void Policy() => Drop("policies", $"{DemoPolicy.Model}.json", DemoPolicy.Text);

    internal void Batch(PlayedWeek week) => Drop($"batches/{DemoPolicy.Model}", $"{week.Name}.csv", week.Batch());

    internal void Labels(PlayedWeek week) => Drop($"labels/{DemoPolicy.Model}", $"{week.Name}.csv", week.Labels());

    private void Drop(string place, string name, string text)
    {
        string target = Path.Combine(folder, place);
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "." + name), text);
        File.Move(Path.Combine(target, "." + name), Path.Combine(target, name));
    }
}
