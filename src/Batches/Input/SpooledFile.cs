namespace Homeostat.Batches;

/// <summary>A temporary copy of text that could be read only once. Deleted with this object.</summary>
internal sealed class SpooledFile : IDisposable
{
    private readonly string _path;

    private SpooledFile(string path, InputFile origin)
    {
        _path = path;
        var copy = InputFile.OnDisk(path);
        File = copy.Renamed(origin.Name);
    }

    internal InputFile File { get; }

    internal static SpooledFile Copy(Stream text, InputFile origin)
    {
        // Made with owner-only rights.
        string path = Path.GetTempFileName();
        try
        {
            using (var target = System.IO.File.OpenWrite(path)) text.CopyTo(target, 1 << 18);
            return new SpooledFile(path, origin);
        }
        catch (InvalidDataException e)
        {
            System.IO.File.Delete(path);
            throw InputErrors.GzipDamaged(origin, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            System.IO.File.Delete(path);
            throw InputErrors.NoAccess(origin.Name, e);
        }
    }

    public void Dispose() => System.IO.File.Delete(_path);
}
