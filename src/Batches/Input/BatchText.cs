using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The files of one side with what their first bytes told: ready to be read, whole or as a sample.</summary>
internal sealed class BatchText
{
    private const int SmallestStretch = 1 << 8;
    private const int RowsAStretch = 16;
    private const int ShortBytes = 1 << 20;

    private readonly List<(InputFile File, InputFormat Format)> _files = [];

    internal BatchText(BatchInput input)
    {
        Name = input.Name;
        foreach (var file in input.Files)
            if (FormatDetector.Detect(file) is { } format) Add(file, format);
        if (_files.Count == 0) throw InputErrors.FileEmpty(input.Name);
    }

    internal string Name { get; }

    internal InputFormat Format => _files[0].Format;

    internal FormatKind Kind => Format.Kind;

    /// <summary>Columns of CSV, in the file's order.</summary>
    internal ImmutableArray<string> Header => Format.Header;

    internal long TextBytes
    {
        get
        {
            long total = 0;
            foreach (var (file, format) in _files) total += file.Length - format.Offset;
            return total;
        }
    }

    /// <summary>Workers where the user did not say: a short text is counted before a second thread has its own counters.</summary>
    internal int WorkersFor(CountOptions options) => options.Workers == 0 && IsShort ? 1 : options.WorkerCount;

    private bool IsShort => TextBytes < ShortBytes && !_files.Exists(file => file.File.IsGzip);

    internal IRowEnds RowEnds => Kind == FormatKind.Csv ? new CsvRowEnds(Format.Delimiter) : new LineEnds();

    internal IEnumerable<InputSlice> AllRows()
    {
        foreach (var (file, format) in _files) yield return new InputSlice(file, format.Offset, format.FirstLine);
    }

    /// <summary>About so many bytes of rows, spread evenly over all files; all rows when that is not much less. Files must be seekable.</summary>
    internal IEnumerable<InputSlice> Sample(long bytes)
    {
        long total = TextBytes;
        if (bytes * 2 >= total) return AllRows();
        int stretch = Math.Max(SmallestStretch, RowsAStretch * Format.RowBytes);
        return Spread(stretch, total / Math.Max(1, bytes / stretch));
    }

    private IEnumerable<InputSlice> Spread(int stretch, long step)
    {
        long at = 0;
        foreach (var (file, format) in _files)
        {
            // Steps go on over the ends of files, so that a hundred small files give as much as one large one.
            if (format.Offset + at < file.Length)
                yield return new InputSlice(file, format.Offset, format.FirstLine, new SamplePlan(format.Offset + at, file.Length, step, stretch));
            long length = file.Length - format.Offset;
            at = length > at ? (step - (length - at) % step) % step : at - length;
        }
    }

    private void Add(InputFile file, InputFormat format)
    {
        if (_files.Count > 0)
        {
            var first = _files[0];
            if (first.Format.Kind != format.Kind) throw InputErrors.MixedFormats(first.File.Name, file.Name, $"one is {first.Format.Kind}, the other {format.Kind}");
            if (!first.Format.Header.SequenceEqual(format.Header) || first.Format.Delimiter != format.Delimiter)
                throw InputErrors.MixedFormats(first.File.Name, file.Name, "their headers differ");
        }
        _files.Add((file, format));
    }
}
