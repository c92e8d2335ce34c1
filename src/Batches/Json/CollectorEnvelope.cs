namespace Homeostat.Batches;

/// <summary>What the line around the rows says, as far as it matters for them.</summary>
internal record struct CollectorEnvelope
{
    /// <summary>The event's time; <see cref="Field.Absent"/> when the line has none.</summary>
    internal Field Time { get; set; }

    /// <summary>Shared by the inputs and outputs of one request; <see cref="Field.Absent"/> when the line has none.</summary>
    internal Field CorrelationId { get; set; }

    /// <summary>The file that holds the rows; <see cref="Field.Absent"/> when the line has none.</summary>
    internal Field DataRef { get; set; }

    /// <summary>Whether <c>data</c> was there and held rows or an empty list of them.</summary>
    internal bool HasData { get; set; }

    /// <summary>Whether <c>data</c> is the address of a binary payload.</summary>
    internal bool DataInBlob { get; set; }

    /// <summary>An envelope of which nothing has been read.</summary>
    internal static CollectorEnvelope Unread => new() { Time = Field.Absent, CorrelationId = Field.Absent, DataRef = Field.Absent };
}
