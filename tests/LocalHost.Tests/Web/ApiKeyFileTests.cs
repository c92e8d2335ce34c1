namespace Homeostat.LocalHost.Tests.Web;

public sealed class ApiKeyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File1 => Path.Combine(_folder.Path, "state", ApiKeyFile.Name);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Key_IsMadeOnce()
    {
        var first = Open(1);
        var second = Open(2);
        Assert.Equal((true, false, first.Value), (first.IsNew, second.IsNew, second.Value));
        Assert.Equal(first.Value, File.ReadAllText(File1).Trim());
        Assert.Equal([File1], Directory.GetFiles(Path.GetDirectoryName(File1)!)); // nothing half-made is left
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    public void File_IsItsOwnersAlone(UnixFileMode found)
    {
        if (OperatingSystem.IsWindows()) return;
        Open(1);
        File.SetUnixFileMode(File1, found);
        Open(1);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(File1));
    }

    [Fact]
    public void File_IsItsOwnersAlone_FromTheStart()
    {
        if (OperatingSystem.IsWindows()) return;
        Open(1);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(File1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public void File_WithoutAKey_IsRefused(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File1)!);
        File.WriteAllText(File1, text);
        var refused = Assert.Throws<WebServerException>(() => Open(1));
        Assert.Equal("HS2202", refused.Code);
        Assert.Contains("Delete the file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_ThatCannotBeMade_IsSaid()
    {
        string file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        Assert.Equal("HS2202", Assert.Throws<WebServerException>(() => ApiKeyFile.Open(file, () => new byte[32])).Code);
    }

    [Fact]
    public void Secret_TooShort_IsABug() => Assert.Throws<ArgumentOutOfRangeException>(() => ApiKeyFile.Open(_folder.Path, () => new byte[8]));

    [Fact]
    public void WhatACrashLeft_IsReplaced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File1)!);
        File.WriteAllText(File1 + ".tmp", "half a k");
        Assert.True(Open(1).IsNew);
        Assert.Equal([File1], Directory.GetFiles(Path.GetDirectoryName(File1)!));
    }

    private ApiKey Open(byte secret) => ApiKeyFile.Open(Path.GetDirectoryName(File1)!, () => [.. Enumerable.Repeat(secret, ApiKeyFile.SecretBytes)]);
}
