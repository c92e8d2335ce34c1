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

    /// <summary>The key in a folder; made when there is none. Of two hosts that make one at once, both get the same.</summary>
    /// <param name="folder">The state folder; made when missing.</param>
    /// <param name="secret">Gives <see cref="SecretBytes"/> bytes that nobody can guess.</param>
    /// <exception cref="WebServerException">The file cannot be read or written, or holds no key.</exception>
    public static ApiKey Open(string folder, Func<byte[]> secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        string path = Path.Combine(folder, Name);
        try
        {
            bool made = !File.Exists(path) && TryMake(folder, path, secret());
            CloseToOthers(path);
            string key = File.ReadAllText(path).Trim();
            return key.Length >= Shortest && key.All(char.IsAscii) ? new ApiKey(key, path, made) : throw WebServerException.NoKey(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WebServerException.KeyFile(path, e);
        }
    }

    /// <summary>Writes the key beside its place and moves it there, so that no crash leaves half of one. False: another host was faster.</summary>
    private static bool TryMake(string folder, string path, byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, SecretBytes);
        Directory.CreateDirectory(folder);
        string key = Base64Url.EncodeToString(secret), temporary = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        File.Delete(temporary);
        using (var file = new FileStream(temporary, Options()))
        using (var writer = new StreamWriter(file))
        {
            writer.WriteLine(key);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }
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
