using System.Globalization;
using System.Text;

namespace Homeostat.Bench.Data;

/// <summary>
/// Files of Azure Machine Learning's model data collector: an envelope a line, its keys in no order, 1 to 16 rows in `data`,
/// `contentrange` with the byte length of `data`.
/// </summary>
internal sealed class CollectorFormat(Schema schema, bool drift) : IRowFormat
{
    private const int MostRowsInLine = 16;
    private const string Source = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/bench/providers/"
        + "Microsoft.MachineLearningServices/workspaces/bench/onlineEndpoints/bench/deployments/blue";

    private static readonly DateTime FirstSecond = new(2026, 1, 31, 15, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Fixed =
    [
        "\"specversion\":\"1.0\"",
        $"\"source\":\"{Source}\"",
        "\"type\":\"azureml.inference.model_inputs\"",
        "\"datacontenttype\":\"application/json\"",
        "\"modelversion\":\"default\"",
        "\"collectdatatype\":\"pandas.core.frame.DataFrame\"",
        "\"agent\":\"azureml-ai-monitoring/0.1.0b4\"",
    ];

    private readonly JsonRow _row = new(schema, drift);
    private readonly ByteWriter _data = new();

    /// <inheritdoc/>
    public void Start(ByteWriter to)
    {
    }

    /// <inheritdoc/>
    public void Rows(ByteWriter to, ref SplitMix random, long firstRow, int count)
    {
        for (int done = 0; done < count;)
        {
            var inLine = Math.Min(1 + random.Below(MostRowsInLine), count - done);
            Data(ref random, inLine);
            Line(to, ref random, FirstSecond.AddSeconds((firstRow + done) / 100));
            done += inLine;
        }
    }

    private void Data(ref SplitMix random, int rows)
    {
        _data.Clear();
        for (int row = 0; row < rows; row++)
        {
            _data.Add(row == 0 ? (byte)'[' : (byte)',');
            _row.Write(_data, ref random);
        }
        _data.Add((byte)']');
    }

    private void Line(ByteWriter to, ref SplitMix random, DateTime time)
    {
        var correlation = Uuid(ref random);
        var length = _data.Written.Length;
        string[] members =
        [
            "", // stands for `data`, which is bytes already
            .. Fixed,
            $"\"id\":\"{Uuid(ref random)}\"",
            string.Create(CultureInfo.InvariantCulture, $"\"time\":\"{time:yyyy-MM-ddTHH:mm:ssZ}\""),
            $"\"contentrange\":\"bytes 0-{length - 1}/{length}\"",
            $"\"correlationid\":\"{correlation}\"",
            $"\"xrequestid\":\"{correlation}\"",
        ];
        Shuffle(members, ref random);
        for (int i = 0; i < members.Length; i++)
        {
            to.Add(i == 0 ? (byte)'{' : (byte)',');
            Member(to, members[i]);
        }
        to.Add("}\n"u8);
    }

    private void Member(ByteWriter to, string member)
    {
        if (member.Length > 0)
        {
            to.Add(Encoding.ASCII.GetBytes(member));
            return;
        }
        to.Add("\"data\":"u8);
        to.Add(_data.Written.Span);
    }

    private static void Shuffle(string[] members, ref SplitMix random)
    {
        for (int i = members.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (members[i], members[j]) = (members[j], members[i]);
        }
    }

    private static string Uuid(ref SplitMix random)
    {
        var (high, low) = (random.Next(), random.Next());
        return $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-{high & 0xFFFF:x4}-{low >> 48:x4}-{low & 0xFFFFFFFFFFFF:x12}";
    }
}
