namespace Homeostat.LocalHost;

/// <summary>The words for stored JSON that does not fit the type it is read as.</summary>
internal static class Unreadable
{
    public static string Message(string what, Type type, Exception reason) =>
        $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be read as {type.Name}: {reason.Message} The task cannot go on without it. "
            + "Send what the type says, or keep the type able to read what was stored before it changed.";
}
