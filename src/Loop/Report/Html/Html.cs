using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Homeostat.Loop;

/// <summary>Markup that is already safe; the only way to put text into <see cref="Html"/> unescaped.</summary>
internal readonly record struct Raw(string Markup);

/// <summary>
/// A page under construction. What stands in an interpolated string is markup; what comes in through its holes is escaped. So a column
/// name cannot become markup by being forgotten.
/// </summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new(64 * 1024);

    /// <summary>Adds markup with escaped holes. The string has written itself into this page when the call begins: nothing is left to do.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] ref Handler text) => this;

    public override string ToString() => _text.ToString();

    /// <summary>Receives the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount, Html html)
    {
        private readonly StringBuilder _text = Grown(html._text, literalLength + 16 * formattedCount);

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(Raw raw) => _text.Append(raw.Markup);

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>A coordinate: one digit after the point is a tenth of a pixel.</summary>
        public void AppendFormatted(double coordinate) => _text.Append(coordinate.ToString("0.#", CultureInfo.InvariantCulture));

        private static StringBuilder Grown(StringBuilder text, int by)
        {
            text.EnsureCapacity(text.Length + by);
            return text;
        }
    }
}
