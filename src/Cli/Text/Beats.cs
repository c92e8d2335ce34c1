namespace Homeostat.Cli;

/// <summary>A message of one line taken apart: what happened, why it matters, what to do.</summary>
internal static class Beats
{
    private const int Most = 3;

    /// <summary>Its first sentence, the second, and the rest; fewer when there are fewer.</summary>
    internal static IReadOnlyList<string> Of(string message)
    {
        var beats = new List<string>(Most);
        int start = 0;
        for (int i = 0; i < message.Length - 2 && beats.Count < Most - 1; i++)
        {
            if (message[i] is not ('.' or '?') || message[i + 1] != ' ' || !Begins(message[i + 2])) continue;
            beats.Add(message[start..(i + 1)]);
            start = i + 2;
        }
        beats.Add(message[start..]);
        return beats;
    }

    // "e.g. x" and "3. line" go on; a sentence begins with a capital or a quoted name.
    private static bool Begins(char character) => char.IsUpper(character) || character is '\'' or '"';
}
