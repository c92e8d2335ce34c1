namespace Homeostat.Batches;

/// <summary>
/// Short stretches of one file, evenly spread, read as one text of whole lines: the broken line at either end of a stretch is dropped.
/// Many short stretches rather than few long ones, because rows that stand together are alike (files are in time order).
/// </summary>
internal sealed class SampleStream(Stream file, SamplePlan plan) : ForwardStream
{
    private readonly byte[] _stretch = new byte[plan.StretchBytes];
    private long _next = plan.Start;
    private int _from;
    private int _to;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_from == _to)
            if (!ReadStretch()) return 0;
        int count = Math.Min(buffer.Length, _to - _from);
        _stretch.AsSpan(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private bool ReadStretch()
    {
        if (_next >= plan.End) return false;
        file.Position = _next;
        int read = file.ReadAtLeast(_stretch, _stretch.Length, throwOnEndOfStream: false);
        var text = _stretch.AsSpan(0, read);
        _from = text.IndexOf((byte)'\n') + 1;
        _to = text.LastIndexOf((byte)'\n') + 1;
        _next += plan.Step;
        return true;
    }
}

/// <summary>Where the stretches of a sample lie: one of <paramref name="StretchBytes"/> every <paramref name="Step"/> bytes from <paramref name="Start"/> to <paramref name="End"/>.</summary>
internal sealed record SamplePlan(long Start, long End, long Step, int StretchBytes);
