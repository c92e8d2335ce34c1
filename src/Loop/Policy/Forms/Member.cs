using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>One member of an object in a policy file.</summary>
/// <typeparam name="T">The record that the object stands for.</typeparam>
internal abstract class Member<T>(string name, string source)
{
    /// <summary>What the file calls it.</summary>
    internal string Name => name;

    /// <summary>What it means: the id of a doc comment, or words.</summary>
    internal string Source => source;

    internal abstract T Read(JsonElement json, T target, Place place);

    internal abstract void Check(T target, Place place);

    /// <summary>The value as a file says it; false when a whole file does not say it at all.</summary>
    internal abstract bool TryWrite(T target, JsonObject into);

    internal abstract JsonObject Describe(T empty, Func<string, string> docs);
}
