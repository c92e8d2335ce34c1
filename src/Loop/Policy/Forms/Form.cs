using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>
/// How a value stands in a policy file. One description reads it, checks it, writes it and documents it, so that the four cannot differ.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
internal abstract class Form<T>
{
    /// <summary>The value in the file; what it leaves out, or has wrong, is as it was before.</summary>
    /// <param name="json">What the file says.</param>
    /// <param name="from">The value before.</param>
    /// <param name="place">Takes what is wrong.</param>
    internal abstract T Read(JsonElement json, T from, Place place);

    /// <summary>Checks a value that was made in code, as strictly as one that was read.</summary>
    internal virtual void Check(T value, Place place) { }

    /// <summary>The value as a file says it.</summary>
    internal abstract JsonNode? Node(T value);

    /// <summary>The form as JSON Schema.</summary>
    /// <param name="empty">What holds when a file says nothing.</param>
    /// <param name="docs">From the id of a doc comment to its words.</param>
    internal abstract JsonObject Describe(T empty, Func<string, string> docs);

    /// <summary>Whether a value is told as one, rather than member by member.</summary>
    internal virtual bool HasDefault => true;
}
