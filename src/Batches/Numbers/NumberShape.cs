using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>How the numbers of a column are written; most columns keep to one way.</summary>
internal enum NumberShape
{
    /// <summary>Up to 16 characters, at most one of them a point.</summary>
    Unsigned,

    /// <summary>The same with or without a minus.</summary>
    Plain,

    /// <summary>A plain number with an exponent of a sign and two digits.</summary>
    Scientific,

    /// <summary>A plain number of more characters, one of them a point.</summary>
    Long,
}

/// <summary>Tells shapes apart.</summary>
internal static class NumberShapes
{
    internal const int PlainLength = 16;
    internal const int ExponentLength = 4;

    /// <summary>The shape that text which is a number looks most like.</summary>
    internal static NumberShape Of(ref byte text, int length)
    {
        if (length > ExponentLength && (Unsafe.Add(ref text, length - ExponentLength) | 0x20) == 'e') return NumberShape.Scientific;
        bool negative = text == (byte)'-';
        if (length - (negative ? 1 : 0) > PlainLength) return NumberShape.Long;
        return negative ? NumberShape.Plain : NumberShape.Unsigned;
    }
}
