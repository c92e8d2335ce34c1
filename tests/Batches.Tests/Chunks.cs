using System.Text;

namespace Homeostat.Batches.Tests;

/// <summary>Text as the chunk reader would hand it over, and rows as a person reads them.</summary>
internal static class Chunks
{
    internal static Chunk Of(string text, string file = "rows.jsonl") => Of(Encoding.UTF8.GetBytes(text), file);

    internal static Chunk Of(ReadOnlySpan<byte> text, string file = "rows.jsonl")
    {
        var chunk = new Chunk(text.Length) { File = InputFile.None with { Name = file } };
        // Bytes around the text that would be taken for some of it by code that reads over its ends.
        chunk.Buffer.AsSpan().Fill((byte)'7');
        text.CopyTo(chunk.Buffer.AsSpan(Chunk.Start));
        chunk.End = Chunk.Start + text.Length;
        return chunk;
    }

    internal static Dictionary<string, int> Columns(params string[] names) =>
        names.Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index, StringComparer.Ordinal);

    internal static string?[][] Read(ITokenizer tokenizer, Chunk chunk, int width)
    {
        var fields = new FieldTable(width);
        tokenizer.Tokenize(chunk, fields);
        return Rows(chunk, fields);
    }

    internal static string?[][] Rows(Chunk chunk, FieldTable fields) =>
        [.. Enumerable.Range(0, fields.Rows).Select(row => Enumerable.Range(0, fields.Width).Select(column => Text(chunk, fields[row, column])).ToArray())];

    private static string? Text(Chunk chunk, Field field)
    {
        if (field.Length < 0) return null;
        Assert.InRange(field.Start, Chunk.Start, chunk.End);
        Assert.InRange(field.Start + field.Length, Chunk.Start, chunk.End);
        return Encoding.UTF8.GetString(chunk.Buffer.AsSpan(field.Start, field.Length));
    }
}
