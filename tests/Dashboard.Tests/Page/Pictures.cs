using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>Pictures of the page to be looked at: HOMEOSTAT_PICTURES names the folder they go to. They are held against nothing.</summary>
[Collection(BrowserTests.Name)]
public sealed class Pictures(Browser browser)
{
    private static string? Folder => Environment.GetEnvironmentVariable("HOMEOSTAT_PICTURES");

    [ChromiumFact]
    public async Task Scenes_AreDrawn()
    {
        if (Folder is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var (width, dark) in ((int, bool)[])[(1600, false), (1600, true), (360, false)])
        {
            await using var host = await PageHost.OpenAsync();
            await browser.ShowAsync(host.Address, width, 900, dark);
            string suffix = $"{width}-{(dark ? "dark" : "light")}.png";
            foreach (var (name, scene) in ((string, Func<ControllerState, ControllerState>)[])[("1-steady", Scenes.Steady), ("2-mirror", Scenes.Mirroring), ("3-rolling", Scenes.RollingOut), ("4-asking", Scenes.Asking), ("5-escalated", Scenes.Escalated)])
            {
                host.State = scene(host.State);
                await browser.UntilAsync($"document.querySelector('.phase')?.dataset.phase === '{ApiJson.NameOf(host.State.Phase)}' && document.querySelector('.records li') && document.body.innerText.includes('{host.State.Traffic!.Mirror.Keys.FirstOrDefault() ?? "version"}')");
                await browser.ScreenshotAsync(Path.Combine(folder, $"{name}-{suffix}"));
            }
            host.State = await Scenes.RolledBack(host.Desk, Scenes.Steady(host.State) with { Paused = false, Escalation = null, Alerts = host.State.Alerts.Clear() });
            host.Desk.Write("policies/trains.json", """{ "model": "trains", "endpoint": "trains", "roles": { "late": "label" } }""");
            await browser.UntilAsync("document.querySelector('.records li').innerText.includes('Rolled back')");
            await browser.ScreenshotAsync(Path.Combine(folder, $"6-back-{suffix}"));
            await browser.EvaluateAsync("document.querySelector('article .danger').click()");
            await browser.EvaluateAsync("by.value = 'ada'; reason.value = 'complaints since noon'; key.value = 'wrong'; document.querySelector('dialog form').requestSubmit()");
            await browser.UntilAsync("document.querySelector('dialog .bad')");
            await browser.ScreenshotAsync(Path.Combine(folder, $"7-dialog-{suffix}"));
            await browser.EvaluateAsync("document.querySelector('dialog').close()");
            await host.StopAsync();
            await browser.UntilAsync("!lost.hidden");
            await browser.ScreenshotAsync(Path.Combine(folder, $"8-away-{suffix}"));
        }
    }
}
