using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>A value without parts.</summary>
/// <typeparam name="T">The value.</typeparam>
internal abstract class ScalarForm<T> : Form<T>
{
    /// <summary>What would have been right: "a number from 0 to 1".</summary>
    protected abstract string Expected { get; }

    internal override T Read(JsonElement json, T from, Place place)
    {
        if (TryParse(json, out var value) && Allows(value)) return value;
        place.Refuse(JsonWords.Of(json), Expected, Hint(json));
        return from;
    }

    internal override void Check(T value, Place place)
    {
        if (!Allows(value)) place.Refuse(Shown(value), Expected);
    }

    protected abstract bool TryParse(JsonElement json, out T value);

    /// <summary>The value as a file would say it, or as close as can be.</summary>
    protected abstract string Shown(T value);

    protected virtual bool Allows(T value) => true;

    /// <summary>What was probably meant.</summary>
    protected virtual string Hint(JsonElement json) => "";
}
