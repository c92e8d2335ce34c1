using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>A member that stands for a property of the record, or for a few of them.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TValue">The property's value.</typeparam>
/// <param name="name">What the file calls it.</param>
/// <param name="source">The id of a doc comment, or words.</param>
/// <param name="form">How the value stands in the file.</param>
/// <param name="get">The value in a record.</param>
/// <param name="with">The record with another value.</param>
internal sealed class ValueMember<T, TValue>(string name, string source, Form<TValue> form, Func<T, TValue> get, Func<T, TValue, T> with)
    : Member<T>(name, source)
{
    internal override T Read(JsonElement json, T target, Place place) => with(target, form.Read(json, get(target), place));

    internal override void Check(T target, Place place) => form.Check(get(target), place);

    internal override bool TryWrite(T target, JsonObject into)
    {
        into[Name] = form.Node(get(target));
        return true;
    }

    internal override JsonObject Describe(T empty, Func<string, string> docs)
    {
        var schema = form.Describe(get(empty), docs);
        string words = docs(Source);
        schema.Remove("description", out var meanings);
        schema.Insert(0, "description", meanings is null ? words : $"{words} {meanings}");
        if (form.HasDefault) schema["default"] = form.Node(get(empty));
        return schema;
    }
}
