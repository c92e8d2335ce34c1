using System.Globalization;

namespace Homeostat.Bench.Data;

/// <summary>What to generate. The schema depends on <see cref="Columns"/> only, so files of any seed can be compared.</summary>
internal sealed record Options
{
    private const string Usage =
        "usage: --rows N --columns N --seed N --drift 0|1 --format csv|jsonl|collector --out FILE";

    /// <summary>Rows in the file.</summary>
    public long Rows { get; init; } = 100_000;

    /// <summary>Columns, at least 1. Three in ten are categorical.</summary>
    public int Columns { get; init; } = 50;

    /// <summary>Chooses the values. A reference and its current file need different seeds.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether every fifth column is drawn from a moved distribution.</summary>
    public bool Drift { get; init; }

    /// <summary>csv, jsonl or collector.</summary>
    public string Format { get; init; } = "csv";

    /// <summary>The file to write; the truth goes beside it.</summary>
    public string Out { get; init; } = "";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An option is unknown, has no value or a value that does not fit.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                throw new FormatException($"{args[i]} has no value. {Usage}");
            options = With(options, args[i], args[i + 1]);
        }
        return options.Out.Length > 0 ? options : throw new FormatException($"--out is missing. {Usage}");
    }

    private static Options With(Options options, string name, string value) => name switch
    {
        "--rows" => options with { Rows = Number(name, value, long.MaxValue) },
        "--columns" => options with { Columns = (int)Math.Max(1, Number(name, value, 100_000)) },
        "--seed" => options with { Seed = (ulong)Number(name, value, long.MaxValue) },
        "--drift" => options with { Drift = Number(name, value, 1) == 1 },
        "--format" when value is "csv" or "jsonl" or "collector" => options with { Format = value },
        "--out" => options with { Out = value },
        _ => throw new FormatException($"{name} {value} is not understood. {Usage}"),
    };

    private static long Number(string name, string value, long most) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new FormatException($"{name} {value} is not a whole number from 0 to {most}. {Usage}");
}
