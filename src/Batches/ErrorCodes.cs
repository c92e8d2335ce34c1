namespace Homeostat.Batches;

/// <summary>Stable codes of input errors; docs/errors.md explains each.</summary>
public static class ErrorCodes
{
    /// <summary>A path names nothing.</summary>
    public const string FileMissing = "HS1001";

    /// <summary>A file without a byte, or only blank lines.</summary>
    public const string FileEmpty = "HS1002";

    /// <summary>A header without a row.</summary>
    public const string HeaderOnly = "HS1003";

    /// <summary>A folder or glob without a file that can be read.</summary>
    public const string NoMatchingFiles = "HS1004";

    /// <summary>A file of a known format that is not read (Parquet, Arrow, ...).</summary>
    public const string FormatNotRead = "HS1005";

    /// <summary>Files of different formats in one input.</summary>
    public const string MixedFormats = "HS1006";

    /// <summary>Reference and current data share no column.</summary>
    public const string NoCommonColumns = "HS1007";

    /// <summary>None of a column's values parses as the reference's type.</summary>
    public const string ColumnChangedType = "HS1008";

    /// <summary>A header names a column twice.</summary>
    public const string DuplicateHeader = "HS1009";

    /// <summary>More than a tenth of the rows have the wrong number of fields.</summary>
    public const string RaggedRows = "HS1010";

    /// <summary>Bytes that are not UTF-8.</summary>
    public const string InvalidUtf8 = "HS1011";

    /// <summary>A quote that is never closed.</summary>
    public const string UnclosedQuote = "HS1012";

    /// <summary>A row longer than the limit.</summary>
    public const string RowTooLong = "HS1013";

    /// <summary>NUL bytes: a binary file or a damaged one.</summary>
    public const string NulBytes = "HS1014";

    /// <summary>Compressed data that ends early or is damaged.</summary>
    public const string GzipDamaged = "HS1015";

    /// <summary>A JSON line that is not an object, or no JSON.</summary>
    public const string JsonInvalid = "HS1016";

    /// <summary>A fingerprint file cut short or damaged.</summary>
    public const string FingerprintDamaged = "HS1017";

    /// <summary>A fingerprint counted over another grid or schema.</summary>
    public const string FingerprintMismatch = "HS1018";

    /// <summary>A fingerprint written by a newer version.</summary>
    public const string FingerprintNewer = "HS1019";

    /// <summary>A file or folder that cannot be read or written.</summary>
    public const string NoAccess = "HS1020";

    /// <summary>A schema file that cannot be used.</summary>
    public const string SchemaInvalid = "HS1021";

    /// <summary>A collector line whose data lies in another file that is not there.</summary>
    public const string DataRefMissing = "HS1022";

    /// <summary>A policy file that cannot be used.</summary>
    public const string PolicyInvalid = "HS1023";

    /// <summary>A prediction log was cut short or changed.</summary>
    public const string PredictionLogDamaged = "HS1031";

    /// <summary>A model without a journal.</summary>
    public const string JournalMissing = "HS1041";

    /// <summary>A journal that cannot be read on.</summary>
    public const string JournalDamaged = "HS1042";

    /// <summary>An event that a journal does not have.</summary>
    public const string EventUnknown = "HS1043";

    /// <summary>A file of a dataset is gone or was changed since.</summary>
    public const string DatasetChanged = "HS1032";
}
