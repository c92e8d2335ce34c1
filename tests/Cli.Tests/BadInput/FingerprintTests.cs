using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class FingerprintTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;
    private readonly string _fingerprint;

    public FingerprintTests()
    {
        _good = _folder.Write("good.csv", Rows.Csv());
        _fingerprint = Profile("good.hfp", _good);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CutShort_AtEveryLength_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(_fingerprint);
        for (int length = 8; length < whole.Length; length += Math.Max(1, whole.Length / 40))
            Expect.CheckRefused(_folder, _folder.Write("cut.hfp", whole[..length]), _good, ErrorCodes.FingerprintDamaged, "cut.hfp");
    }

    [Fact]
    public void Damaged_AtAnyPlace_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(_fingerprint);
        for (int at = 8; at < whole.Length; at += Math.Max(1, whole.Length / 40))
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            var run = CliRun.Of("check", _folder.Write("damaged.hfp", damaged), _good);
            Assert.True(run.ExitCode == ExitCode.BadInput, $"byte {at}: {run.All}");
        }
    }

    [Fact]
    public void OfANewerVersion_IsRefusedAsSuch()
    {
        byte[] newer = File.ReadAllBytes(_fingerprint);
        // The major version lies behind the eight bytes that every fingerprint begins with.
        newer[8]++;
        Expect.CheckRefused(_folder, _folder.Write("newer.hfp", newer), _good, ErrorCodes.FingerprintNewer, "newer.hfp");
    }

    [Fact]
    public void OfOtherColumns_IsRefused()
    {
        string other = Profile("other.hfp", _folder.Write("other.csv", "a,b\n1,2\n2,3\n"));
        Expect.CheckRefused(_folder, other, _good, ErrorCodes.NoCommonColumns, "good.csv");
    }

    [Fact]
    public void OfAnotherGrid_OnTheOtherSide_IsRefused()
    {
        string other = Profile("other.hfp", _folder.Write("other.csv", Rows.Csv(seed: 2)));
        Expect.CheckRefused(_folder, _fingerprint, other, ErrorCodes.FingerprintMismatch);
    }

    [Fact]
    public void WithASchema_IsRefused()
    {
        string schema = _folder.Write("schema.json", """{ "columns": { "price": { "type": "categorical" } } }""");
        Expect.Refused(CliRun.Of("check", _fingerprint, _good, "--schema", schema), ErrorCodes.SchemaInvalid, "good.hfp", "--schema");
    }

    [Fact]
    public void OfAFingerprint_IsRefused() => Expect.ProfileRefused(_folder, _fingerprint, ErrorCodes.FormatNotRead, "good.hfp", "fingerprint already");

    private string Profile(string name, string of)
    {
        Assert.Equal(ExitCode.Healthy, CliRun.Of("profile", of, "--output", _folder[name]).ExitCode);
        return _folder[name];
    }
}
