namespace Homeostat.Batches;

/// <summary>A member name as written in the text, inside one object; or the head of an object, which owns its members.</summary>
internal struct JsonKey
{
    /// <summary>Where the text of the key lies among the texts of all keys, with its quotes and colon.</summary>
    internal int TextStart;

    /// <summary>Bytes of text.</summary>
    internal int TextLength;

    /// <summary>The column values go to; negative when there is none.</summary>
    internal int Column;

    /// <summary>The key that followed last time, or for a head the one that came first; 0 before there was one.</summary>
    internal int Next;

    /// <summary>The head of the object that has been a value of this member; 0 when none has.</summary>
    internal int Child;

    /// <summary>For a head: the row in which the object was met last.</summary>
    internal long Row;

    /// <summary>The head of the object the member is in.</summary>
    internal int Owner;

    /// <summary>Another member of the same object, or for a head its first; 0 at the end of the list.</summary>
    internal int Sibling;

    /// <summary>The hash of text and owner.</summary>
    internal uint Hash;

    /// <summary>Another key in the same hash bucket; 0 at the end of the list.</summary>
    internal int Chain;

    /// <summary>What values a member without a column has had.</summary>
    internal JsonKeySeen Seen;
}
