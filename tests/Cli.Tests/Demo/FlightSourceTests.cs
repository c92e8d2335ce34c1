using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Demo;

public sealed class FlightSourceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_WithoutFetching_DrawsThem_AndSaysSo()
    {
        var records = await Source((_, _) => throw new InvalidOperationException("nobody may fetch")).ReadAsync(mayFetch: false, default);
        Assert.Equal(20_000, records.Flights.Count);
        Assert.Contains("invented", records.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WhatWasFetchedIsAnotherFile_DrawsThem_AndSaysWhy()
    {
        var records = await Source((folder, _) =>
        {
            File.WriteAllText(Path.Combine(folder, FlightFile.Name), "[]");
            return Task.FromResult<string?>(null);
        }).ReadAsync(mayFetch: true, default);
        Assert.Contains("is not the one of vega-datasets@", records.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CannotBeFetched_DrawsThem_AndSaysWhy()
    {
        var records = await Source((_, _) => Task.FromResult<string?>("npm is on strike")).ReadAsync(mayFetch: true, default);
        Assert.Contains("because npm is on strike", records.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_WithoutNpm_SaysSo() =>
        Assert.Equal("there is no npm on this machine", await new NpmPackage { Program = _folder["no-such-program"] }.FetchAsync(_folder["kept"], default));

    [Fact]
    public async Task Fetch_NpmThatHangs_IsEndedAtItsDeadline()
    {
        if (OperatingSystem.IsWindows()) return;
        string program = _folder.Write("npm", "#!/bin/sh\nsleep 600\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        Assert.Contains("within", await new NpmPackage { Program = program, Deadline = TimeSpan.FromMilliseconds(50) }.FetchAsync(_folder["kept"], default), StringComparison.Ordinal);
    }

    private FlightSource Source(Func<string, CancellationToken, Task<string?>> fetch) => new() { Folder = Directory.CreateDirectory(_folder["kept"]).FullName, Fetch = fetch };
}
