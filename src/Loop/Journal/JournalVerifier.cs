namespace Homeostat.Loop;

/// <summary>Walks a journal from its first record, and names the first one that is not as it was written.</summary>
/// <param name="store">Where it is kept.</param>
public sealed class JournalVerifier(IBlobStore store)
{
    /// <summary>Reads all of it once. Changes nothing.</summary>
    public async Task<JournalVerification> VerifyAsync(string model, CancellationToken cancellation)
    {
        var walk = new JournalWalk();
        foreach (string month in await JournalNames.MonthsAsync(store, model, "", cancellation))
        {
            var fault = walk.Enter(JournalNames.Blob(model, month), month) ?? await LinesAsync(walk, cancellation);
            if (fault is not null) return walk.End(fault);
        }
        return walk.End(null);
    }

    private async Task<JournalFault?> LinesAsync(JournalWalk walk, CancellationToken cancellation)
    {
        await foreach (var text in JournalText.ReadAsync(store, walk.File, 0, cancellation))
        {
            if (walk.Step(text) is { } fault) return fault;
        }
        return null;
    }
}
