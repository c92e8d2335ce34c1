using System.Globalization;
using System.Text;

namespace Homeostat.Batches.Tests.Json;

/// <summary>Random rows in all the shapes JSON allows: order, spaces, escapes, nesting, duplicates.</summary>
internal sealed class JsonRows(Random random)
{
    internal static readonly string[] Names = ["a", "b", "num_1", "num_10", "a longer name than one vector takes", "ключ", "q\"uote"];

    private static readonly string[] _texts =
        ["", "x", "value 12", "exactly sixteen!", "\\n\\t\\\"", "\\u00e9\\uD83D\\uDE00", "äöü 東京", "a long text with \\\\ in its middle, longer than two vectors"];

    internal string Next()
    {
        var text = new StringBuilder();
        Object(text, depth: 0);
        return text.ToString();
    }

    private void Object(StringBuilder text, int depth)
    {
        string[] names = [.. Names.Where(_ => random.Next(5) > 0)];
        if (random.Next(4) == 0) random.Shuffle(names);
        if (random.Next(20) == 0) names = [.. names, .. names];
        text.Append('{');
        for (int i = 0; i < names.Length; i++)
        {
            if (i > 0) text.Append(',');
            Space(text).Append('"').Append(names[i].Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
            Space(text).Append(':');
            Value(Space(text), depth);
            Space(text);
        }
        text.Append('}');
    }

    private void Value(StringBuilder text, int depth)
    {
        switch (random.Next(depth < 3 ? 9 : 7))
        {
            case 0: text.Append("null"); break;
            case 1: text.Append(random.Next(2) == 0 ? "true" : "false"); break;
            case 2: text.Append(random.Next(-5, 1000)); break;
            case 3: text.Append((random.NextDouble() * 1e6 - 5e5).ToString("R", CultureInfo.InvariantCulture)); break;
            case 4: text.Append("1.25E-10"); break;
            case 5 or 6: text.Append('"').Append(_texts[random.Next(_texts.Length)]).Append('"'); break;
            case 7: Object(text, depth + 1); break;
            default: Array(text, depth + 1); break;
        }
    }

    private void Array(StringBuilder text, int depth)
    {
        int count = random.Next(4);
        text.Append('[');
        for (int i = 0; i < count; i++)
        {
            Value(i == 0 ? Space(text) : text.Append(','), depth);
            Space(text);
        }
        text.Append(']');
    }

    private StringBuilder Space(StringBuilder text) => random.Next(8) == 0 ? text.Append(' ', random.Next(1, 3)) : text;
}
