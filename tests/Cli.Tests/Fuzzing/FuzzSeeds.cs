using System.Globalization;
using System.Text;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.Fuzzing;

/// <summary>Small good files of every format, to be damaged.</summary>
internal sealed class FuzzSeeds
{
    private const int RowCount = 30;

    private readonly byte[][] _files;

    public FuzzSeeds(TestFolder folder)
    {
        byte[] csv = Encoding.UTF8.GetBytes(Csv());
        Reference = folder.Write("reference.csv", csv);
        CliRun.Of("profile", Reference, "--output", folder["reference.hfp"]);
        _files = [csv, Encoding.UTF8.GetBytes(JsonLines()), Encoding.UTF8.GetBytes(Collector()), File.ReadAllBytes(folder["reference.hfp"]), TestFolder.Gzip(csv)];
    }

    /// <summary>The undamaged file that damaged ones are checked against.</summary>
    public string Reference { get; }

    public int Count => _files.Length;

    public byte[] this[int index] => _files[index];

    private static string Csv()
    {
        var text = new StringBuilder("id,at,price,count,colour,note,ok\n");
        for (int row = 0; row < RowCount; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row},2026-01-{row % 28 + 1:00}T10:00:00Z,{row * 1.37:0.00},{row % 4},\"re\"\"d{row % 3}\",\"a, b\nc{row}\",{(row % 2 == 0 ? "true" : "false")}\n");
        return text.ToString();
    }

    private static string JsonLines()
    {
        var text = new StringBuilder();
        for (int row = 0; row < RowCount; row++)
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":{row},\"price\":{row * 1.37:0.00},\"count\":{row % 4},\"colour\":\"re\\\"d{row % 3}\",\"nested\":{{\"deep\":[1,2]}},\"ok\":true,\"note\":null}}\n");
        return text.ToString();
    }

    private static string Collector()
    {
        var text = new StringBuilder();
        for (int row = 0; row < RowCount; row++)
            text.Append(CultureInfo.InvariantCulture, $"{{\"specversion\":\"1.0\",\"id\":\"a{row}\",\"source\":\"/x\",\"type\":\"azureml.inference.model_inputs\",\"datacontenttype\":\"application/json\",\"time\":\"2026-01-01T00:00:{row:00}Z\",\"data\":[{{\"price\":{row * 1.37:0.00},\"count\":{row % 4},\"colour\":\"red\"}}],\"correlationid\":\"c{row}\"}}\n");
        return text.ToString();
    }
}
