using System.Text;
using static Homeostat.Loop.Tests.Journal.Journals;

namespace Homeostat.Loop.Tests.Journal;

public sealed class JournalLineTests
{
    [Fact]
    public void Write_PutsTheMembersInOrderAndTheHashLast()
    {
        string line = Encoding.UTF8.GetString(JournalLine.Write(Entry("größe <1>", "2026-03-05T07:07:08.5+01:00", "{ \"b\" : [1.0, 1e3],\n \"a\" : \"\\u00e9\" }"), 7, "00"));
        // The hash is sha256sum's, of the line up to "00" and a closing brace.
        Assert.Equal("""
            {"sequence":7,"at":"2026-03-05T06:07:08.5Z","id":"größe <1>","kind":"judged","summary":"Batch größe <1> drifted.","evidence":{"b":[1.0,1e3],"a":"é"},"previous":"00","hash":"216b4b4d57779405a71f9c88951041e5576ff6fe73381f6ca76ea3b5b583d22e"}

            """, line);
    }

    [Fact]
    public void Read_GivesWhatWasWritten()
    {
        var entry = Entry("one", "2026-03-05T07:07:08.1234567+01:00");
        var record = JournalLine.ReadIntact(JournalLine.Write(entry, 3, JournalLine.NoHash).AsMemory(..^1))!;
        Assert.Equal((3, entry.At, "one", entry.Kind, entry.Summary, JournalLine.NoHash), (record.Sequence, record.At, record.Id, record.Kind, record.Summary, record.Previous));
        Assert.Equal(TimeSpan.Zero, record.At.Offset);
        Assert.Equal(0.31, record.Evidence.GetProperty("psi").GetDouble());
    }

    [Fact]
    public void Read_OfDeepEvidence_Works()
    {
        string evidence = new string('[', 900) + new string(']', 900);
        Assert.NotNull(JournalLine.ReadIntact(JournalLine.Write(Entry("deep", evidence: evidence), 0, "").AsMemory(..^1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"sequence\":0")]
    [InlineData("""{"sequence":0.5,"at":"2026-01-01","id":"","kind":"","summary":"","evidence":1,"previous":"","hash":""}""")]
    [InlineData("""{"sequence":0,"at":"x","id":"","kind":"","summary":"","evidence":1,"previous":"","hash":""}""")]
    [InlineData("""{"sequence":0,"at":"2026-01-01","id":null,"kind":"","summary":"","evidence":1,"previous":"","hash":""}""")]
    public void Read_OfWhatIsNoRecord_IsNull(string line) => Assert.Null(JournalLine.Read(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void Evidence_IsCamelCaseWithEnumsAsNames()
    {
        var evidence = JournalJson.Evidence(new { Verdict = Verdict.Inconclusive, Observed = double.NaN, ByFeature = new Dictionary<string, int> { ["Dep_Delay"] = 1 } });
        Assert.Equal("""{"verdict":"inconclusive","observed":"NaN","byFeature":{"Dep_Delay":1}}""", evidence.GetRawText());
    }
}
