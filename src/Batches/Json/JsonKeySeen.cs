namespace Homeostat.Batches;

/// <summary>What values a member has had.</summary>
[Flags]
internal enum JsonKeySeen : byte
{
    None = 0,

    /// <summary>A JSON null, which says nothing about what else it may hold.</summary>
    Null = 1,

    /// <summary>A text, a number, true, false or an array: something a column can hold.</summary>
    Value = 2,

    /// <summary>An object, whose members are paths of their own.</summary>
    Object = 4,
}
