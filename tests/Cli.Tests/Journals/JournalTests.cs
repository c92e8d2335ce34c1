using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Journals;

public sealed class JournalTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string State => _folder["state"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Records_AreLines_TimeNumberKindAndASentence()
    {
        StateFolders.Append(State, 3);
        var run = CliRun.Of("journal", "flights", "--state", State);
        Expect.Ends(ExitCode.Healthy, run);
        string[] lines = run.Out.TrimEnd('\n').Split('\n');
        Assert.Equal("time (UTC)            record  kind                 what", lines[0]);
        Assert.Equal("2026-03-02 08:00:00        0  paused               ada paused the loop: note 0.", lines[1]);
        Assert.Equal("2026-03-02 08:20:00        2  paused               ada paused the loop: note 2.", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData(50, "10 earlier records not shown; --last and --since show more.")]
    [InlineData(4, "56 earlier records not shown", "--last", "4")]
    [InlineData(60, "record  kind", "--last", "1000")]
    [InlineData(6, "54 earlier records not shown", "--since", "2026-03-02T17:00")]
    [InlineData(2, "58 earlier records not shown", "--since", "2026-03-02T17:00", "--last", "2")]
    [InlineData(0, "60 earlier records not shown", "--since", "2026-03-09")]
    public void LastAndSince_ChooseWhatIsShown(int expected, string top, params string[] options)
    {
        StateFolders.Append(State, 60);
        var run = CliRun.Of(["journal", "flights", "--state", State, .. options]);
        Expect.Ends(ExitCode.Healthy, run, top);
        Assert.Equal(expected, run.Out.Split("the loop").Length - 1);
    }

    [Fact]
    public void SinceAgo_IsCountedFromNow()
    {
        StateFolders.Append(State, 6);
        var now = new Clock(StateFolders.Start.AddHours(1));
        Expect.Ends(ExitCode.Healthy, Run(now, "journal", "flights", "--state", State, "--since", "20m"), "4 earlier records", "note 4", "note 5");
    }

    [Fact]
    public void Json_IsWhatStandsInTheFile_ToTheByte()
    {
        StateFolders.Append(State, 5);
        var run = CliRun.Of("journal", "flights", "--state", State, "--json");
        Assert.Equal(File.ReadAllText(Path.Combine(State, "journal", "flights", "2026-03.jsonl")), run.Out);
        Assert.Equal("paused", JsonDocument.Parse(run.Out.Split('\n')[4]).RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void Follow_ShowsWhatComes_AndEndsOnInterrupt()
    {
        StateFolders.Append(State, 2);
        using var interrupt = new CancellationTokenSource();
        int polls = 0;
        var words = new StringWriter();
        var terminal = new Terminal
        {
            Out = words,
            Error = TextWriter.Null,
            Cancellation = interrupt.Token,
            // A host that works meanwhile, and then Ctrl+C.
            Wait = (_, _) =>
            {
                if (++polls < 3) StateFolders.Append(State, 1);
                else interrupt.Cancel();
                return interrupt.IsCancellationRequested ? Task.FromCanceled(interrupt.Token) : Task.CompletedTask;
            },
        };
        Assert.Equal(ExitCode.Healthy, App.Run(["journal", "flights", "--state", State, "--follow", "--last", "1"], terminal));
        Assert.Equal(["note 1.", "note 2.", "note 3."], words.ToString().Split('\n').Where(line => line.Contains("note", StringComparison.Ordinal)).Select(line => line[^7..]));
    }

    [Fact]
    public void Verify_SaysWhatHolds()
    {
        StateFolders.Append(State, 12);
        string[] before = [.. _folder.Files];
        Expect.Ends(ExitCode.Healthy, CliRun.Of("journal", "flights", "--verify", "--state", State),
            "The journal of flights is intact.", "12 records, from number 0 on, were read", "The hash of the last good record is ");
        Assert.Equal(before, _folder.Files);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    public void Verify_OneByteChanged_NamesPlaceAndReason(double where)
    {
        StateFolders.Append(State, 12);
        string file = Path.Combine(State, "journal", "flights", "2026-03.jsonl");
        byte[] bytes = File.ReadAllBytes(file);
        int at = (int)(where * bytes.Length);
        bytes[at] = bytes[at] == (byte)'7' ? (byte)'8' : (byte)'7';
        File.WriteAllBytes(file, bytes);
        int line = bytes.AsSpan(0, at).Count((byte)'\n');
        var run = CliRun.Of("journal", "flights", "--verify", "--state", State);
        Expect.Ends(ExitCode.Drift, run, "The journal of flights is not as it was written.", $"line {line + 1}, record {line}:");
        Assert.Contains("Compare the file with a backup.", run.Out.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_LineCutByACrash_IsNoFault()
    {
        StateFolders.Append(State, 3);
        File.AppendAllText(Path.Combine(State, "journal", "flights", "2026-03.jsonl"), "{\"sequence\":3,\"at\"");
        Expect.Ends(ExitCode.Healthy, CliRun.Of("journal", "flights", "--verify", "--state", State), "is intact", "3 records", "there is nothing to do");
    }

    [Fact]
    public void DamagedLine_IsToldInThreeBeats()
    {
        StateFolders.Append(State, 3);
        string file = Path.Combine(State, "journal", "flights", "2026-03.jsonl");
        File.WriteAllText(file, File.ReadAllText(file).Replace("{\"sequence\":1,", "{\"sequence\"1,", StringComparison.Ordinal));
        var run = CliRun.Of("journal", "flights", "--state", State);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains($"error {ErrorCodes.JournalDamaged}: The journal of flights cannot be read on: 'journal/flights/2026-03.jsonl' holds no record", run.Error, StringComparison.Ordinal);
        Assert.Contains("--verify", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownModel_IsNamedWithWhatWasMeant_AndNoFolderIsMade()
    {
        StateFolders.Append(State, 1);
        Expect.Refused(CliRun.Of("journal", "fligths", "--state", State), ErrorCodes.JournalMissing, "There is no journal of 'fligths'", "Did you mean 'flights'?");
        Expect.Refused(CliRun.Of("journal", "../x", "--state", State), ErrorCodes.JournalMissing, "There are journals of flights.");
        Expect.Refused(CliRun.Of("journal", "flights", "--state", _folder["absent"]), ErrorCodes.FileMissing, "The state folder");
        Assert.False(Directory.Exists(_folder["absent"]));
        Directory.CreateDirectory(_folder["empty"]);
        Expect.Refused(CliRun.Of("explain", "flights", "--state", _folder["empty"]), ErrorCodes.JournalMissing, "is it the folder of the host?");
    }

    [Theory]
    [InlineData("--last is '0', expected a whole number from 1 on.", "--last", "0")]
    [InlineData("--since is 'yesterday', expected a time as in", "--since", "yesterday")]
    [InlineData("leave out --follow, --json, --last and --since", "--verify", "--follow")]
    public void Mistake_IsNamed(string words, params string[] options)
    {
        var run = CliRun.Of(["journal", "flights", .. options]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Contains("See homeostat journal --help.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_TellsWhereItStands_AndEachRecord()
    {
        StateFolders.Append(State, 3);
        var standing = CliRun.Of("explain", "flights", "--state", State);
        Expect.Ends(ExitCode.Healthy, standing, "flights is steady: nothing is under way, and paused\n", "\nWhat comes next\n  Nothing by itself, until somebody resumes the loop.");
        var record = CliRun.Of("explain", "flights", "1", "--state", State);
        Expect.Ends(ExitCode.Healthy, record, "Record 1 of flights: resumed, 2026-03-02 08:10 UTC\n", "\nWhat came before\n  0  2026-03-02 08:00  paused  ada paused the loop: note 0.");
        Assert.All((standing.Out + record.Out).Split('\n'), line => Assert.InRange(line.Length, 0, 110));
        Expect.Refused(CliRun.Of("explain", "flights", "monday.csv", "--state", State), ErrorCodes.EventUnknown, "has no event 'monday.csv'", "homeostat journal flights lists");
    }

    [Fact]
    public async Task ControlCharacters_DoNotReachTheTerminal()
    {
        var journal = new Loop.BlobJournal(new LocalHost.FileBlobStore(State, TimeProvider.System));
        var entry = new Loop.JournalEntry("flights", StateFolders.Start, "policy/1", "policy-changed\e[2J", "\e[31mred\u202e", JsonDocument.Parse("{ \"hash\": \"\\u001b[31m\" }").RootElement);
        await journal.AppendAsync(entry, default);
        string shown = CliRun.Of("journal", "flights", "--state", State).All + CliRun.Of("explain", "flights", "0", "--state", State).All + CliRun.Of("explain", "flights", "--state", State).All;
        Assert.DoesNotContain('\e', shown);
        Assert.DoesNotContain('\u202e', shown);
    }

    [Theory]
    [InlineData("homeostat journal flights --follow", "journal", "--help")]
    [InlineData("[default: ./homeostat]", "journal", "--help")]
    [InlineData("homeostat explain flights monday.csv", "explain", "--help")]
    public void Help_TeachesWithExamples(string words, params string[] args) => Expect.Ends(ExitCode.Healthy, CliRun.Of(args), "Examples:", words, "Exit codes:");

    private static CliRun Run(TimeProvider clock, params string[] args)
    {
        var (words, error) = (new StringWriter(), new StringWriter());
        int code = App.Run(args, new Terminal { Out = words, Error = error, Clock = clock });
        return new CliRun(code, words.ToString(), error.ToString());
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
