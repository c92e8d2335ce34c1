namespace Homeostat.Dashboard.Tests.Page;

/// <summary>A test in a real browser; skipped, with its reason, where there is none.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    internal const string Chromium = "/usr/bin/chromium";

    public ChromiumFactAttribute()
    {
        if (!File.Exists(Chromium)) Skip = $"There is no {Chromium}, so the page is not driven. On Debian: apt-get install chromium.";
    }
}
