using System.Buffers.Text;

namespace Homeostat.LocalHost;

/// <summary>The file with the API's key: made once, readable by its owner alone.</summary>
public static class ApiKeyFile
{
    /// <summary>Its name in the state folder.</summary>
    public const string Name = "api.key";

    /// <summary>Bytes of chance in a key.</summary>
    public const int SecretBytes = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A file that holds less was not written here, and is no secret.
    private const int Shortest = 20;

    /// <summary>The key in a folder; made when there is none. The caller holds the folder, as the engine does: nobody else makes one meanwhile.</summary>
    /// <param name="folder">The state folder; made when missing.</param>
    /// <param name="secret">Gives <see cref="SecretBytes"/> bytes that nobody can guess.</param>
    /// <exception cref="WebServerException">The file cannot be read or written, or holds no key.</exception>
    public static ApiKey Open(string folder, Func<byte[]> secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        string path = Path.Combine(folder, Name);
        try
        {
            bool isNew = !File.Exists(path);
            if (isNew) Make(folder, path, secret());
            CloseToOthers(path);
            string key = File.ReadAllText(path).Trim();
            return key.Length >= Shortest && key.All(char.IsAscii) ? new ApiKey(key, path, isNew) : throw WebServerException.NoKey(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WebServerException.KeyFile(path, e);
        }
    }

    // Written beside its place and moved there: no crash leaves half of a key.
    private static void Make(string folder, string path, byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, SecretBytes);
        Directory.CreateDirectory(folder);
        string temporary = path + ".tmp";
        File.Delete(temporary);
        using (var file = new FileStream(temporary, Options()))
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine(Base64Url.EncodeToString(secret));
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // On Windows the rights of the user's folder hold.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static void CloseToOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly) File.SetUnixFileMode(path, OwnerOnly);
    }
}
