using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Which records of a journal are asked for.</summary>
/// <param name="After">The sequence number that the page before ended with; null: from the start of the order.</param>
/// <param name="Limit">Records at most.</param>
/// <param name="NewestFirst">The order.</param>
/// <param name="Evidence">Whether evidence is wanted.</param>
internal sealed record JournalQuery(long? After, int Limit, bool NewestFirst, bool Evidence)
{
    internal const int Usual = 50, Most = 500;

    /// <exception cref="ProblemException">A parameter cannot be read.</exception>
    internal static JournalQuery Of(IQueryCollection query) => new(
        Number(query, "after", 0, long.MaxValue - 1),
        (int)(Number(query, "limit", 1, Most) ?? Usual),
        Choice(query, "order", "oldest", "newest") == "newest",
        Choice(query, "evidence", "true", "false") == "true");

    internal string Next(string model, long last) => string.Create(CultureInfo.InvariantCulture,
        $"/api/models/{model}/journal?after={last}&limit={Limit}{(NewestFirst ? "&order=newest" : "")}{(Evidence ? "" : "&evidence=false")}");

    private static long? Number(IQueryCollection query, string name, long least, long most)
    {
        string? text = query[name].FirstOrDefault();
        if (string.IsNullOrEmpty(text)) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most
            ? number
            : throw Bad(name, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least}{(most < long.MaxValue - 1 ? $" to {most}" : "")}"));
    }

    private static string Choice(IQueryCollection query, string name, string usual, string other)
    {
        string text = query[name].FirstOrDefault() ?? usual;
        return text == usual || text == other ? text : throw Bad(name, text, $"'{usual}' or '{other}'");
    }

    private static ProblemException Bad(string name, string text, string wanted) => new(ProblemKind.BadQuery,
        $"The query has {name}={Show.Quoted(text)}. Which records are meant cannot be told, so none are given. Give {wanted}.");
}
