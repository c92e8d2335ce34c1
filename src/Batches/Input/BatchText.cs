using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The files of one side with what their first bytes told: ready to be read, whole or as a sample.</summary>
internal sealed class BatchText
{
    private const int SampleSlices = 64;
    private const int SmallestSlice = 1 << 16;

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

    internal long TextBytes => _files.Sum(entry => entry.File.Length - entry.Format.Offset);

    internal IRowEnds RowEnds => Kind == FormatKind.Csv ? new CsvRowEnds(Format.Delimiter) : new LineEnds();

    internal IEnumerable<InputSlice> AllRows() =>
        _files.Select(entry => new InputSlice(entry.File, entry.Format.Offset, long.MaxValue, entry.Format.FirstLine));

    /// <summary>About so many bytes of rows, spread evenly over all files; all rows when that is not much less. Files must be seekable.</summary>
    internal IEnumerable<InputSlice> Sample(long bytes)
    {
        long total = TextBytes;
        if (bytes * 2 >= total) return AllRows();
        long slice = Math.Max(SmallestSlice, bytes / SampleSlices);
        return SpreadSlices(slice, total / Math.Max(1, bytes / slice));
    }

    private IEnumerable<InputSlice> SpreadSlices(long slice, long step)
    {
        long at = step / 2 - slice / 2;
        foreach (var (file, format) in _files)
        {
            long length = file.Length - format.Offset;
            for (; at < length; at += step) yield return new InputSlice(file, format.Offset + Math.Max(0, at), slice, FirstLine: 0);
            at -= length;
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
