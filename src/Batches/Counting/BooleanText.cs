namespace Homeostat.Batches;

/// <summary>How true and false are written.</summary>
internal static class BooleanText
{
    /// <summary>The table of every boolean column: false, then true.</summary>
    internal static CategoryTable Table { get; } = new(["false", "true"], []);

    private static readonly string[] s_false = ["false", "False", "FALSE", "f", "F", "no", "No", "NO", "n", "N", "0"];
    private static readonly string[] s_true = ["true", "True", "TRUE", "t", "T", "yes", "Yes", "YES", "y", "Y", "1"];

    /// <summary>Only these make a column boolean by themselves; the other spellings count once it is one.</summary>
    internal static bool IsPlain(ReadOnlySpan<byte> text) =>
        text.Length is 4 or 5 && (System.Text.Ascii.EqualsIgnoreCase(text, "true"u8) || System.Text.Ascii.EqualsIgnoreCase(text, "false"u8));

    internal static HashSlots Slots()
    {
        var slots = new HashSlots(s_false.Length + s_true.Length);
        for (int i = 0; i < s_false.Length; i++)
        {
            slots.Set(ValueHash.Of(System.Text.Encoding.UTF8.GetBytes(s_false[i])), 0);
            slots.Set(ValueHash.Of(System.Text.Encoding.UTF8.GetBytes(s_true[i])), 1);
        }
        return slots;
    }
}
