namespace Homeostat.Loop;

/// <summary>Writes a <see cref="CheckReport"/> as one HTML file that needs nothing else: no network, no fonts, no script to be read.</summary>
public static class HtmlReport
{
    /// <summary>Writes the page in UTF-8; leaves the stream open.</summary>
    public static void Write(CheckReport report, Stream stream) => stream.Write("<!doctype html>"u8);
}
