using System.Text;
using System.Text.Unicode;

namespace Homeostat.Batches.Tests.Json;

public class JsonFuzzTests
{
    private const int Lines = 4000;

    private static readonly Dictionary<string, int> _columns = Chunks.Columns(
        [.. JsonRows.Names, .. JsonRows.Names.Select(name => $"a.{name}"), .. JsonRows.Names.Select(name => $"b.num_1.{name}")]);

    /// <summary>More rounds for a long local run: HOMEOSTAT_FUZZ=100000.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("HOMEOSTAT_FUZZ"), out int rounds) ? rounds : 3000;

    [Fact]
    public void Tokenize_RandomRows_SameAsTheFrameworksReader()
    {
        var rows = new JsonRows(new Random(20_002));
        string[] lines = [.. Enumerable.Range(0, Lines).Select(_ => rows.Next())];
        var read = Chunks.Read(new JsonLinesTokenizer(_columns, _columns.Count), Chunks.Of(string.Join('\n', lines)), _columns.Count);
        for (int i = 0; i < lines.Length; i++) Assert.Equal(JsonOracle.Read(Encoding.UTF8.GetBytes(lines[i]), _columns), read[i]);
    }

    [Fact]
    public void Tokenize_MutatedRows_AreReadAsTheFrameworkDoesOrRefused()
    {
        var random = new Random(20_003);
        var rows = new JsonRows(random);
        var tokenizer = new JsonLinesTokenizer(_columns, _columns.Count);
        for (int i = 0; i < Rounds; i++)
        {
            byte[] line = Mutations.Of(Encoding.UTF8.GetBytes(rows.Next()), random);
            if (line.AsSpan().IndexOfAny((byte)'\n', (byte)'\r') >= 0) continue;
            string?[]? expected = !Utf8.IsValid(line) ? null : JsonOracle.ReadLenient(line, _columns);
            string?[][]? read = TryRead(tokenizer, line);
            if (expected is not null) Assert.Equal([expected], read);
        }
    }

    [Fact]
    public void Tokenize_HostileBytes_AreReadOrRefused()
    {
        var random = new Random(20_004);
        var lines = new JsonLinesTokenizer(_columns, _columns.Count);
        var collector = new CollectorTokenizer(_columns, _columns.Count);
        var seeds = CollectorLines.All.Select(Encoding.UTF8.GetBytes).ToArray();
        for (int i = 0; i < Rounds; i++)
        {
            byte[] text = Mutations.Of(seeds[random.Next(seeds.Length)], random);
            TryRead(lines, text);
            TryRead(collector, text);
            CollectorDetector.IsCollector(text);
        }
    }

    private static string?[][]? TryRead(ITokenizer tokenizer, byte[] text)
    {
        try
        {
            return Chunks.Read(tokenizer, Chunks.Of(text), _columns.Count);
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
