using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.ModelRuntime;

/// <summary>Writes answers as JSON: <c>{"prediction":1,"probability":0.25}</c>; a class is of the type its label has, a number has no probability.</summary>
internal sealed class AnswerWriter
{
    private const int MostNumberBytes = 32;

    private readonly byte[][] _starts;

    internal AnswerWriter(ModelTask task) =>
        _starts = [.. task.Classes.Select(name => Encoding.UTF8.GetBytes($$"""{"prediction":{{Literal(name, task.Label.Type)}},"probability":"""))];

    internal void Write(Answer answer, IBufferWriter<byte> output)
    {
        output.Write(answer.Class < 0 ? "{\"prediction\":"u8 : _starts[answer.Class]);
        var number = output.GetSpan(MostNumberBytes);
        if (!answer.Value.TryFormat(number, out int written, default, CultureInfo.InvariantCulture)) throw new InvalidOperationException($"{answer.Value} takes more than {MostNumberBytes} bytes.");
        output.Advance(written);
        output.Write("}"u8);
    }

    private static string Literal(string name, ColumnType type)
    {
        bool plain = type is ColumnType.Integer or ColumnType.Numeric ? LabelText.TryNumber(name, out _) : type == ColumnType.Boolean && name is "true" or "false";
        return plain ? name : $"\"{JsonEncodedText.Encode(name)}\"";
    }
}
