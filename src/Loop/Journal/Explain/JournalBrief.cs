namespace Homeostat.Loop;

/// <summary>A record in one short sentence, for lists.</summary>
public static class JournalBrief
{
    private const int Longest = 240;

    /// <summary>The sentence.</summary>
    public static string Of(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return record.Kind switch
            {
                JournalKinds.StepJudged => Short(StepWords.Brief(record.Read<StepRecord>())),
                JournalKinds.RetrainDecided => Short(RetrainingWords.Brief(record.Read<RetrainRecord>())),
                _ => First(record.Summary),
            };
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread))
        {
            return First(record.Summary);
        }
    }

    /// <summary>The record's own words, and what a rollback was asked for because of: its words say where to.</summary>
    internal static string WithCause(JournalRecord record)
    {
        if (record.Kind != JournalKinds.RolledBack) return Ended(record.Summary);
        try
        {
            return $"{Ended(record.Summary)} Asked for by {TrafficWords.Asked(record.Read<RollbackRecord>().Evidence.Request)}";
        }
        catch (Exception unread) when (ReplayResult.IsOfTheEvidence(unread))
        {
            return Ended(record.Summary);
        }
    }

    /// <summary>The text with a full stop where it has no end. It may begin with a name, so that its first letter stays as it is.</summary>
    internal static string Ended(string text)
    {
        text = text.TrimEnd();
        return text.Length == 0 || text[^1] is '.' or '?' or '!' or '…' ? text : text + ".";
    }

    // A sentence ends where another one begins with a capital letter or a quote.
    private static string First(string text)
    {
        for (int i = 0; i + 2 < text.Length; i++)
            if (text[i] is '.' or '?' && text[i + 1] == ' ' && (char.IsAsciiLetterUpper(text[i + 2]) || text[i + 2] is '\'' or '"')) return Short(text[..(i + 1)]);
        return Short(text);
    }

    private static string Short(string text)
    {
        if (text.Length <= Longest) return Ended(text);
        int cut = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return text[..cut] + "…";
    }
}
