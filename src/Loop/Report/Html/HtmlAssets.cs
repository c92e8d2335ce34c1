using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Loop;

/// <summary>The style and the script that go into every page.</summary>
internal static class HtmlAssets
{
    public static string Style => Read("report.css");

    public static string Script => Read("report.js");

    /// <summary>A script's source expression for a content security policy.</summary>
    public static string HashOf(string script) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlAssets).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
