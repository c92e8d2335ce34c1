using System.Globalization;
using System.Text.RegularExpressions;

namespace Homeostat.Loop;

/// <summary>Where the journal of a model is: a blob a month, whose names sort by time, and an index of each, which can be made anew.</summary>
internal static partial class JournalNames
{
    private const string Ending = ".jsonl";

    internal static string Blob(string model, string month) => $"{Folder(model)}{month}{Ending}";

    internal static string Index(string model, string month) => $"state/{Checked(model)}/journal/{month}.index";

    internal static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The months a model's journal has, in order, from one on.</summary>
    internal static async Task<List<string>> MonthsAsync(IBlobStore store, string model, string from, CancellationToken cancellation)
    {
        var months = new List<string>();
        string folder = Folder(model);
        await foreach (var entry in store.ListAsync(folder, cancellation))
        {
            string month = entry.Name.EndsWith(Ending, StringComparison.Ordinal) ? entry.Name[folder.Length..^Ending.Length] : "";
            if (IsMonth().IsMatch(month) && string.CompareOrdinal(month, from) >= 0) months.Add(month);
        }
        return months;
    }

    private static string Folder(string model) => $"journal/{Checked(model)}/";

    private static string Checked(string model) => model.Length > 0 && !model.Contains('/', StringComparison.Ordinal)
        ? model
        : throw new ArgumentException($"'{model}' is no model's name. Its journal would be another's. Use a name without slashes.", nameof(model));

    [GeneratedRegex(@"^\d{4}-\d{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsMonth();
}
