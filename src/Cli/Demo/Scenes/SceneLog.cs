namespace Homeostat.Cli;

/// <summary>A scene while it is played: what was expected of the loop is checked as it goes.</summary>
/// <param name="first">What is known at its beginning.</param>
internal sealed class SceneLog(SceneResult first)
{
    /// <summary>What is known so far.</summary>
    internal SceneResult Result { get; private set; } = first;

    internal bool IsRight => Result.Wrong.IsEmpty;

    internal void Note(Func<SceneResult, SceneResult> change) => Result = change(Result);

    /// <summary>Notes what is wrong when it is.</summary>
    /// <returns>Whether it is as expected.</returns>
    internal bool Expect(bool isSo, string seen, string why)
    {
        if (!isSo) Note(result => result with { Wrong = result.Wrong.Add(new Unmet(seen, why, "Keep the folder (--keep), read homeostat journal flights --state FOLDER, and report it.")) });
        return isSo;
    }
}
