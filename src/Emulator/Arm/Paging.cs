using System.Globalization;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Lists come in pages of <c>count</c>, with the next one's address.</summary>
internal static class Paging
{
    internal static ArmAnswer Of(ArmRequest request, string address, IEnumerable<JsonObject> values)
    {
        if (!Number(request.Query("count"), int.MaxValue, out int count) || !Number(request.Query("$skip"), 0, out int skip) || count == 0)
            return ArmAnswer.BadRequest("'count' or '$skip' is no number. The page cannot be told. Use whole numbers, count above 0.");
        var all = values.ToArray();
        var body = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(count)]) };
        if (skip + (long)count < all.Length)
            body["nextLink"] = FormattableString.Invariant($"{address}{request.Path}?api-version={request.Query("api-version")}&count={count}&$skip={skip + count}");
        return new ArmAnswer(200, body);
    }

    private static bool Number(string? text, int otherwise, out int number)
    {
        number = otherwise;
        return text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
