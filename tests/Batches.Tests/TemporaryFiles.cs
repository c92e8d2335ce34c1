using System.IO.Compression;
using System.Text;

namespace Homeostat.Batches.Tests;

/// <summary>A folder of test files that goes with the test.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("homeostat").FullName;

    internal string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    internal string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    internal string WriteGzip(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return Write(name, packed.ToArray());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
