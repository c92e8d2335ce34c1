using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>The page as a person uses it, in a real browser over a real server.</summary>
[Collection(BrowserTests.Name)]
public sealed class DrivenPageTests(Browser browser)
{
    private const string Text = "document.body.innerText";

    [ChromiumFact]
    public async Task Page_ShowsWhatTheApiSays_AndFollowsIt()
    {
        await using var host = await PageHost.OpenAsync();
        host.State = Scenes.RollingOut(host.State);
        await browser.ShowAsync(host.Address);
        foreach (string text in (string[])["rolling out", "step 2 of 4", "Goes on to 50 %", "version 3", "75 %", "'delay' lies higher", "every rule passed"])
            await browser.UntilAsync($"{Text}.includes(`{text}`)");
        host.State = await Scenes.RolledBack(host.Desk, host.State);
        await browser.UntilAsync($"document.querySelector('.records li').innerText.includes('Rolled back to green')");
        await browser.UntilAsync("document.querySelector('.phase').innerText === 'steady' && document.querySelector('#said').textContent.includes('steady')");
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task WordsOfOthers_AreText()
    {
        await using var host = await PageHost.OpenAsync();
        await browser.ShowAsync(host.Address);
        await browser.UntilAsync($"{Text}.includes({System.Text.Json.JsonSerializer.Serialize(Scenes.Hostile)})");
        Assert.Equal("0", await browser.EvaluateAsync("document.querySelectorAll('main img').length"));
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task RollBack_AsksForWhoWhyAndTheKeyOnce_AndShowsProblems()
    {
        await using var host = await PageHost.OpenAsync();
        await browser.ShowAsync(host.Address);
        await browser.UntilAsync("document.querySelector('article .danger')");
        await browser.EvaluateAsync("document.querySelector('article .danger').click(); document.querySelector('dialog form').requestSubmit()");
        Assert.Equal("2", await browser.EvaluateAsync("document.querySelectorAll('dialog [aria-invalid]').length"));
        await browser.EvaluateAsync("by.value = 'ada'; reason.value = 'complaints since noon'; key.value = 'wrong'; document.querySelector('dialog form').requestSubmit()");
        await browser.UntilAsync("document.querySelector('dialog .bad')?.innerText.includes('HS3003') && !key.closest('p').hidden");
        Assert.Empty(host.Desk.Controller.Signals);
        host.Desk.Controller.Takes = (state, signal) => FakeController.Answered(state with { Traffic = TrafficSplit.All("blue") }, signal, 0);
        await browser.EvaluateAsync($"key.value = '{Desk.Key}'; document.querySelector('dialog form').requestSubmit()");
        await browser.UntilAsync("document.querySelector('dialog .message') && !document.querySelector('dialog .told').innerText.includes('HS3003')");
        Assert.Equal(("complaints since noon", "ada"), (host.Desk.Controller.Signals[^1].Reason, host.Desk.Controller.Signals[^1].By));
        Assert.Equal(Desk.Key, await browser.EvaluateAsync("sessionStorage.getItem('homeostat.key')"));
        Assert.DoesNotContain(Desk.Key, await browser.EvaluateAsync("location.href + performance.getEntriesByType('resource').map(it => it.name)"), StringComparison.Ordinal);
        // Asked for once: the next dialog does not.
        await browser.EvaluateAsync("document.querySelector('dialog').close()");
        await browser.UntilAsync("!document.querySelector('dialog')");
        await browser.EvaluateAsync("[...document.querySelectorAll('article button')].find(it => it.textContent.startsWith('Pause')).click()");
        Assert.Equal("true", (await browser.EvaluateAsync("key.closest('p').hidden")).ToLowerInvariant());
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task Approval_IsAnsweredFromThePage()
    {
        await using var host = await PageHost.OpenAsync();
        host.State = Scenes.Asking(host.State);
        var answered = await host.Desk.Note("approval-answered", "ada approved 4-promotion.", new { question = new { id = "4-promotion" }, approved = true });
        host.Desk.Controller.Takes = (state, signal) => FakeController.Answered(Scenes.RollingOut(state), signal, answered.Sequence);
        await browser.ShowAsync(host.Address);
        await browser.UntilAsync("document.querySelector('article .main') && document.title.startsWith('(!) flights')");
        await browser.EvaluateAsync($"document.querySelector('article .main').click(); by.value = 'ada'; key.value = '{Desk.Key}'; document.querySelector('dialog form').requestSubmit()");
        await browser.UntilAsync("document.querySelector('dialog .good') && document.querySelector('.phase').textContent === 'rolling out'");
        Assert.Equal((true, "4-promotion"), (host.Desk.Controller.Signals[0].Approved, host.Desk.Controller.Signals[0].ApprovalId));
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task HostAway_IsSaid_WhatWasKnownStays_AndItComesBackByItself()
    {
        await using var host = await PageHost.OpenAsync();
        await browser.ShowAsync(host.Address);
        await browser.UntilAsync("document.querySelector('.records li')");
        await host.StopAsync();
        await browser.UntilAsync("!lost.hidden && lost.innerText.includes('does not answer') && lost.innerText.includes('Last answer')");
        Assert.Equal("1", await browser.EvaluateAsync("document.querySelectorAll('.stale article').length"));
        await host.StartAsync();
        await browser.UntilAsync("lost.hidden && !document.body.classList.contains('stale')");
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task Focus_AndWhatIsUnfolded_StayWhenItGrows()
    {
        await using var host = await PageHost.OpenAsync();
        await browser.ShowAsync(host.Address);
        await browser.UntilAsync("document.querySelector('.records summary')");
        await browser.EvaluateAsync("document.querySelector('.records summary').focus(); document.activeElement.click()");
        await browser.UntilAsync("document.querySelector('.records pre').innerText.includes('\"hash\"')");
        await host.Desk.Note("judged", "Batch new: nothing moved.", new { batch = "new", drift = new { verdict = "pass" } });
        await browser.UntilAsync("document.querySelector('.records li').innerText.includes('nothing moved')");
        Assert.Equal("true", (await browser.EvaluateAsync("document.activeElement.closest('details').open && document.activeElement.closest('li') === document.querySelectorAll('.records li')[1]")).ToLowerInvariant());
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task Reading_WithTheKeyOnly_AsksForIt()
    {
        await using var host = await PageHost.OpenAsync(openReads: false);
        await browser.ShowAsync(host.Address);
        await browser.UntilAsync("document.getElementById('reading-key')");
        await browser.EvaluateAsync($"document.getElementById('reading-key').value = '{Desk.Key}'; document.querySelector('main form').requestSubmit()");
        await browser.UntilAsync("document.querySelector('.records li') && lost.hidden");
        Assert.Empty(browser.Errors);
    }

    [ChromiumFact]
    public async Task NothingIsWiderThanTheWindow()
    {
        await using var host = await PageHost.OpenAsync();
        await browser.ShowAsync(host.Address);
        foreach (var scene in (Func<ControllerState, ControllerState>[])[Scenes.RollingOut, Scenes.Asking, Scenes.Escalated])
        {
            host.State = scene(host.State);
            await browser.UntilAsync($"document.querySelector('.phase')?.dataset.phase === '{ApiJson.NameOf(host.State.Phase)}'");
            foreach (int width in (int[])[320, 360, 768, 1600])
            {
                await browser.SizeAsync(width, 800);
                Assert.Equal("true", (await browser.EvaluateAsync("document.documentElement.scrollWidth <= innerWidth")).ToLowerInvariant());
            }
        }
    }
}
