using System.IO.Compression;
using System.Text;

namespace Homeostat.Cli.Tests.Support;

/// <summary>A folder of its own for every test, gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("homeostat-").FullName;

    public string this[string name] => System.IO.Path.Combine(_path, name);

    /// <summary>Every file below, by relative path.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(_path, file)).Order()];

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGzip(string name, byte[] bytes) => Write(name, Gzip(bytes));

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
