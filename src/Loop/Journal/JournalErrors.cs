namespace Homeostat.Loop;

/// <summary>What keeps a journal from being read or written, in three beats.</summary>
internal static class JournalErrors
{
    internal static InvalidDataException Damaged(string model, string blob, long offset) => new(
        $"'{blob}' holds no record of model {model} at byte {offset}. A journal that was changed proves nothing, and nothing is added to a broken end. "
        + $"Run `homeostat journal {model} --verify`, and restore the file from a backup.");

    internal static TransientException Busy(string model) => new(
        $"The journal of model {model} changed under every try to append to it. The decision is not journaled yet, so it is not acted on. "
        + "It is tried again; if that does not help, look for what else writes to the journal.");
}
