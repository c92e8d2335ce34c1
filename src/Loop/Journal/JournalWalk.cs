using System.Collections.Immutable;
using System.Globalization;

namespace Homeostat.Loop;

/// <summary>A walk along the chain: where it is, and what the next record must be.</summary>
internal sealed class JournalWalk
{
    /// <summary>Clocks of several machines, and of one that is set right, differ by so much without anybody asking why.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(1);

    private const string Why = "So this record, or one before it, was changed, lost or put in after it was written, and what follows proves nothing.";
    private const string Fix = "Compare the file with a backup.";

    private string? _month;
    private string? _continuedIn;
    private long _line;
    private long _next;
    private string _head = JournalLine.NoHash;
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private long _backwards;
    private string _firstBackwards = "";

    internal string File { get; private set; } = "";

    /// <summary>Goes on to a month's blob.</summary>
    internal JournalFault? Enter(string file, string month)
    {
        var (previous, last) = (_month, File);
        (File, _line, _month) = (file, 0, month);
        if (previous is null || _continuedIn == month) return null;
        return Fault(_continuedIn is null
            ? $"'{last}' does not say that the journal goes on here."
            : $"'{last}' says that the journal goes on in {_continuedIn}, not here.");
    }

    /// <summary>Takes the next line.</summary>
    internal JournalFault? Step(JournalText text)
    {
        _line++;
        if (!text.IsFinished && JournalLine.ReadIntact(text.Bytes[..^1]) is null) return Unfinished();
        if (!text.IsFinished) return Fault("The newline behind it is another character.");
        if (JournalLine.Read(text.Bytes) is not { } record) return Fault("This is no record.");
        if (JournalLine.HashOf(text.Bytes.Span) is not { } hash) return Fault("Its hash is not where the hash of a record stands.");
        if (hash != record.Hash) return Fault($"The hash of its content is {hash}; it says {record.Hash}.");
        if (record.Sequence != _next) return Fault($"Its sequence number is {record.Sequence}.");
        if (record.Previous != _head) return Fault($"It follows a record with the hash {record.Previous}; the one before has {_head}.");
        if (_continuedIn is not null && _continuedIn != _month) return Fault($"The record before says that the journal goes on in {_continuedIn}.");
        Accept(record);
        return null;
    }

    internal JournalVerification End(JournalFault? fault)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (_backwards > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{_backwards} records are dated more than a minute before an earlier one; {_firstBackwards}. A clock was set back."));
        if (fault is null && _continuedIn is not null) notes.Add($"The journal is to go on in {_continuedIn}, which has no record yet.");
        return new(_next, _head, fault, notes.ToImmutable());
    }

    private void Accept(JournalRecord record)
    {
        if (_latest - record.At > Jump && _backwards++ == 0)
        {
            _firstBackwards = string.Create(CultureInfo.InvariantCulture, $"the first is record {record.Sequence}, {record.At:u} after {_latest:u}");
        }
        if (record.At > _latest) _latest = record.At;
        _head = record.Hash;
        _next++;
        _continuedIn = record.Kind == JournalKinds.Continued ? record.Evidence.GetProperty("month").GetString() : null;
    }

    private JournalFault Fault(string what) => new(File, _line, _next, $"{Place()}: {what} {Why} {Fix}");

    private JournalFault Unfinished() => new(
        File, _line, _next, $"{Place()}: the line is not finished. A crash cut an append short before anybody could act on it. The next append removes it; there is nothing to do.")
    { IsUnfinished = true };

    private string Place() => string.Create(CultureInfo.InvariantCulture, $"'{File}', line {_line}, record {_next}");
}
