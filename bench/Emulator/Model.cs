using System.Diagnostics;

namespace Homeostat.Bench.Emulator;

/// <summary>The model that is asked: one that always says "late", or a reference model.</summary>
internal static class Model
{
    private const int Rows = 5000, Largest = 2000;

    internal static string[] Columns { get; } = ["LIMIT_BAL", "SEX", "EDUCATION", "MARRIAGE", "AGE", "PAY_0", "PAY_2", "PAY_3", "BILL_AMT1", "BILL_AMT2", "PAY_AMT1", "PAY_AMT2"];

    internal static void Make(string folder, string? homeostat)
    {
        if (homeostat is not null)
        {
            Train(folder, homeostat);
            return;
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "answer"), "late");
    }

    private static void Train(string folder, string homeostat)
    {
        var random = new Random(1);
        string rows = $"{folder}.csv", roles = $"{folder}.json";
        var lines = Enumerable.Range(0, Rows).Select(_ => string.Join(',', Columns.Select(_ => random.Next(Largest)).Append(random.Next(2))));
        File.WriteAllLines(rows, lines.Prepend(string.Join(',', [.. Columns, "late"])));
        File.WriteAllText(roles, """{ "columns": { "late": { "role": "label" } } }""");
        using var training = Process.Start("dotnet", [homeostat, "model", "train", "--data", rows, "--config", roles, "--output", folder]);
        training.WaitForExit();
        if (training.ExitCode != 0) throw new InvalidOperationException("No model was trained.");
    }
}
