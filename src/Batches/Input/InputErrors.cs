using System.Text;

namespace Homeostat.Batches;

/// <summary>What can be wrong with input, in three beats: what, why, fix.</summary>
internal static class InputErrors
{
    internal static BadInputException FileMissing(string path) => new(ErrorCodes.FileMissing,
        $"'{path}' does not exist.",
        "There is nothing to count.",
        "Check the path; relative paths start at the current folder, globs need quotes in a shell.");

    internal static BadInputException FileEmpty(string name) => new(ErrorCodes.FileEmpty,
        $"'{name}' is empty.",
        "A check needs a header and rows.",
        "Check the job that writes the file; it may have been read before it was complete.");

    internal static BadInputException HeaderOnly(string name) => new(ErrorCodes.HeaderOnly,
        $"'{name}' has no row besides the header.",
        "Nothing can be judged on no rows.",
        "Check the query or job that writes the file, or leave the file out.");

    internal static BadInputException NoMatchingFiles(string path) => new(ErrorCodes.NoMatchingFiles,
        $"No file to read matches '{path}'.",
        "Folders are searched for *.csv, *.tsv, *.txt, *.json, *.jsonl and *.ndjson, each also with .gz, below every subfolder; globs for what they name.",
        "Name a folder with such files, or a glob like 'data/2026-*/*.csv'.");

    internal static BadInputException FormatNotRead(string name, string format, string convert) => new(ErrorCodes.FormatNotRead,
        $"'{name}' is {format}.",
        "CSV, JSON lines and Azure ML collector files are read, plain or gzipped.",
        $"Convert it: {convert}");

    internal static BadInputException MixedFormats(string first, string second, string how) => new(ErrorCodes.MixedFormats,
        $"'{first}' and '{second}' do not belong together: {how}.",
        "All files of one side are counted as one batch.",
        "Check them apart, or name a glob that leaves the odd one out.");

    internal static BadInputException DuplicateHeader(string name, string column) => new(ErrorCodes.DuplicateHeader,
        $"'{name}' has the column '{column}' twice in its header.",
        "Values of the two could be mistaken for each other.",
        "Rename one of the two, or drop it.");

    internal static BadInputException Ragged(string name, int width, long ragged, long rows, IEnumerable<long> lines) => new(ErrorCodes.RaggedRows,
        $"{ragged:N0} of {ragged + rows:N0} rows of '{name}' do not have {width} fields, first on line {string.Join(", ", lines)}.",
        "Over 10 % is no accident: delimiter, quoting or the file itself is broken.",
        "Look at these lines; quote values that hold the delimiter, or write the file again.");

    internal static BadInputException InvalidUtf8(string place) => new(ErrorCodes.InvalidUtf8,
        $"{place} has bytes that are not UTF-8.",
        "Names and categories would be misread.",
        "Convert the file: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT (or -f UTF-16).");

    internal static BadInputException UnclosedQuote(Chunk chunk, int position) => new(ErrorCodes.UnclosedQuote,
        $"'{chunk.File.Name}', line {chunk.LineOf(position)}: a quote is opened and never closed.",
        "Everything behind it would be one value.",
        "Close the quote, or double it if it belongs to the value.");

    internal static BadInputException RowTooLong(Chunk chunk, int openQuote) => openQuote >= 0
        ? UnclosedQuote(chunk, Chunk.Start + openQuote)
        : new(ErrorCodes.RowTooLong,
            $"'{chunk.File.Name}', line {chunk.FirstLine}: the row is longer than {ChunkReader.MaxRowBytes >> 20} MB.",
            "Rows that long are a missing newline, and memory is not spent on them.",
            "Check that rows end in a newline; a JSON array must become JSON lines (jq -c '.[]').");

    internal static BadInputException NulBytes(string place) => new(ErrorCodes.NulBytes,
        $"{place} has NUL bytes.",
        "Text has none: the file is binary, UTF-16, or was damaged when it was written.",
        "Write it again as UTF-8 text (iconv -f UTF-16 -t UTF-8 IN > OUT).");

    internal static BadInputException GzipDamaged(InputFile file, Exception cause) => new(ErrorCodes.GzipDamaged,
        $"'{file.Name}' is gzip that is damaged or cut short ({cause.Message.TrimEnd('.')}).",
        "Rows behind the damage are lost, the rest would be a wrong picture.",
        "Copy or write the file again; gzip -t tells whether it is whole.");

    internal static BadInputException NoAccess(string path, Exception cause) => new(ErrorCodes.NoAccess,
        $"'{path}' cannot be used: {cause.Message.TrimEnd('.')}.",
        "The check needs it whole.",
        "Check permissions and that the path is a file.");

    /// <summary>"'file', line 12" of the first byte in the chunk that fits.</summary>
    internal static string PlaceOf(Chunk chunk, int position) =>
        chunk.FirstLine == 0 ? $"'{chunk.File.Name}'" : new StringBuilder().Append('\'').Append(chunk.File.Name).Append("', line ").Append(chunk.LineOf(position)).ToString();
}
