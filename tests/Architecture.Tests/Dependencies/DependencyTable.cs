namespace Homeostat.Architecture.Tests.Dependencies;

/// <summary>
/// Who may know whom. A row lists the projects one step down; whatever those may know is allowed too.
/// Adapters and hosts never stand in each other's row: they meet in the composition roots, Cli and Functions, only.
/// </summary>
internal static class DependencyTable
{
    public static readonly IReadOnlyDictionary<string, string[]> Rows = new Dictionary<string, string[]>
    {
        ["Statistics"] = [],
        ["Batches"] = ["Statistics"],
        ["Loop"] = ["Batches"],

        ["AzureML"] = ["Loop"],
        ["Emulator"] = ["Loop"],
        ["ModelRuntime"] = ["Loop"],
        ["ModelRuntime.MLNet"] = ["ModelRuntime"],
        ["Dashboard"] = ["Loop"],
        ["LocalHost"] = ["Loop"],

        ["Cli"] = ["LocalHost", "Emulator", "ModelRuntime", "Dashboard", "AzureML", "Loop"],
        ["Functions"] = ["Dashboard", "AzureML", "Loop"],
    };

    /// <summary>Projects whose packages are listed to the last one.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OnlyPackages = new Dictionary<string, string[]>
    {
        ["Statistics"] = ["MathNet.Numerics"],
    };

    /// <summary>The only projects that may reference a package of Azure's.</summary>
    public static readonly string[] MayKnowAzure = ["AzureML", "Functions"];

    /// <summary>Nothing references it; its tests compile its sources instead, because its packages may be missing.</summary>
    public const string Leaf = "Functions";

    /// <summary>Every project that `name` may reference, directly or through others.</summary>
    public static IReadOnlySet<string> Reachable(string name, IReadOnlyDictionary<string, string[]> rows)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([name]);
        while (open.TryPop(out var next))
        {
            foreach (var below in rows.GetValueOrDefault(next, []).Where(reached.Add))
            {
                open.Push(below);
            }
        }
        return reached;
    }
}
