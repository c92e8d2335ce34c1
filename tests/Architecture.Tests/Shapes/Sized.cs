namespace Homeostat.Architecture.Tests.Shapes;

/// <summary>Something with a length, and where it stands.</summary>
internal sealed record Sized(string Where, int Lines)
{
    /// <summary>A finding when fewer than nine in ten keep to the usual size; it names the longest.</summary>
    public static IEnumerable<string> NineInTen(string what, IReadOnlyCollection<Sized> all, int usual)
    {
        var within = all.Count(s => s.Lines <= usual);
        if (within < Limits.UsualShare * all.Count)
        {
            var longest = all.OrderByDescending(s => s.Lines).Take(10).Select(s => $"{s.Where} ({s.Lines})");
            yield return FormattableString.Invariant(
                $"{100.0 * within / all.Count:F1} % of {all.Count} {what} have at most {usual} lines, nine in ten should; ")
                + $"the longest: {string.Join(", ", longest)}";
        }
    }
}
