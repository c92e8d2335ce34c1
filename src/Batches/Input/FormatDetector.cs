namespace Homeostat.Batches;

/// <summary>Tells the format by content: names of files say nothing certain.</summary>
internal static class FormatDetector
{
    internal const int HeadBytes = 1 << 18;

    /// <summary>Null for a file without a byte of text.</summary>
    internal static InputFormat? Detect(InputFile file)
    {
        byte[] head = ReadHead(file, HeadBytes);
        var text = head.AsSpan();
        RefuseForeign(file.Name, text);
        int mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var visible = text[mark..].TrimStart(" \t\r\n"u8);
        if (visible.IsEmpty) return null;
        if (visible[0] == (byte)'[') throw InputErrors.FormatNotRead(file.Name, "one JSON array", "jq -c '.[]' IN.json > OUT.jsonl");
        return visible[0] == (byte)'{' ? DetectJson(text, visible, mark) : CsvHeader.Read(file, head, mark);
    }

    /// <summary>The first bytes of text; fewer than asked only at the end of the file.</summary>
    internal static byte[] ReadHead(InputFile file, int count)
    {
        using var stream = new InputSlice(file, 0, FirstLine: 1).Open(progress: null);
        var buffer = new byte[count];
        try
        {
            int read = stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
            return read == count ? buffer : buffer[..read];
        }
        catch (InvalidDataException e)
        {
            throw InputErrors.GzipDamaged(file, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputErrors.NoAccess(file.Name, e);
        }
    }

    private static InputFormat DetectJson(ReadOnlySpan<byte> text, ReadOnlySpan<byte> visible, int mark)
    {
        int line = visible.IndexOf((byte)'\n');
        var kind = CollectorDetector.IsCollector(line < 0 ? visible : visible[..line]) ? FormatKind.Collector : FormatKind.JsonLines;
        return new InputFormat(kind, 0, [], mark, FirstLine: 1, AverageRow(text[mark..]));
    }

    internal static int AverageRow(ReadOnlySpan<byte> rows)
    {
        int lines = rows.Count((byte)'\n');
        return lines == 0 ? rows.Length : (rows.LastIndexOf((byte)'\n') + 1) / lines;
    }

    private static void RefuseForeign(string name, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("PAR1"u8)) throw InputErrors.FormatNotRead(name, "a Parquet file", "duckdb -c \"COPY (FROM 'IN.parquet') TO 'OUT.csv'\".");
        if (text.StartsWith("ARROW1"u8)) throw InputErrors.FormatNotRead(name, "an Arrow file", "python -c \"import pyarrow.feather as f; f.read_table('IN').to_pandas().to_csv('OUT.csv', index=False)\".");
        if (text.StartsWith("PK\u0003\u0004"u8)) throw InputErrors.FormatNotRead(name, "a zip archive or a spreadsheet", "unpack it, or save the sheet as CSV.");
        if (text.StartsWith("Obj\u0001"u8)) throw InputErrors.FormatNotRead(name, "an Avro file", "avro-tools tojson IN.avro > OUT.jsonl.");
        if (text.StartsWith("ORC"u8)) throw InputErrors.FormatNotRead(name, "an ORC file", "orc-contents IN.orc > OUT.jsonl.");
        if (text.Length > 1 && text[0] == 0x1F && text[1] == 0x8B) throw InputErrors.FormatNotRead(name, "compressed twice", "gunzip it once.");
        if (text.Length > 1 && ((text[0] == 0xFF && text[1] == 0xFE) || (text[0] == 0xFE && text[1] == 0xFF))) throw InputErrors.InvalidUtf8($"'{name}' (UTF-16)");
    }
}
