namespace Homeostat.Loop;

/// <summary>Decides what is done with a file that turned up: taken once, never twice, and never without a policy.</summary>
public static class IntakePolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "intake/1";

    private static readonly string[] s_unfinished = [".tmp", ".part", ".partial", ".crdownload", ".swp", "~"];

    /// <summary>The model that a path of <c>batches/{model}/...</c> or <c>labels/{model}/...</c> names; null when it names none.</summary>
    public static string? ModelOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.Split('/');
        return parts.Length >= 3 && parts[1].Length > 0 ? parts[1] : null;
    }

    /// <summary>Decides from the name, the length and what is known of both.</summary>
    public static IntakeVerdict Judge(IntakeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = request.Path, name = path[(path.LastIndexOf('/') + 1)..];
        if (name.Length == 0 || name[0] is '.' or '_' || Array.Exists(s_unfinished, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            return new() { Verdict = Verdict.Inconclusive, Action = IntakeAction.Ignore, Reason = $"{Words.Quoted(name)} is a marker or a file still being written, no batch" };
        string id = BatchId.Of(path, request.ETag);
        var verdict = new IntakeVerdict { Verdict = Verdict.Fail, Action = IntakeAction.Quarantine, Batch = id, Model = ModelOf(path), Reason = "" };
        if (request.IsKnown)
            return verdict with { Verdict = Verdict.Inconclusive, Action = IntakeAction.Skip, Reason = $"batch {id} was taken before: the same file with the same content" };
        if (verdict.Model is not { } model)
            return verdict with { Reason = $"'{path}' names no model. A batch belongs to exactly one. Put it in a folder of the model's name." };
        if (!request.HasPolicy)
            return verdict with { Reason = $"There is no policy for {Words.Quoted(model)}. Without one nobody knows what to hold the batch against. Write 'policies/{model}.json', then drop the file again." };
        if (request.Length == 0)
            return verdict with { Reason = $"'{path}' is empty. It may have been read before it was written. Check the job that writes it, then drop the file again." };
        return verdict with { Verdict = Verdict.Pass, Action = IntakeAction.Take, Reason = $"batch {id} of {model}, {Words.Count(request.Length)} bytes" };
    }
}
