using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The short way to give columns their roles, <c>{ "late": "label" }</c>; it ends up in the schema.</summary>
internal sealed class RolesMember() : Member<ModelPolicy>("roles", "Short for a schema that gives roles only: by column, what it is for.")
{
    internal override ModelPolicy Read(JsonElement json, ModelPolicy target, Place place)
    {
        if (JsonMemberList.Of(json, place, known: null) is not { } members) return target;
        var columns = target.Schema.Columns;
        foreach (var member in members) columns = With(columns, member, place.Member(member.Name));
        return target with { Schema = target.Schema with { Columns = columns } };
    }

    // The schema's own form checks, writes and holds what was read here.
    internal override void Check(ModelPolicy target, Place place) { }

    internal override bool TryWrite(ModelPolicy target, JsonObject into) => false;

    internal override JsonObject Describe(ModelPolicy empty, Func<string, string> docs) => new()
    {
        ["description"] = docs(Source),
        ["type"] = "object",
        ["additionalProperties"] = SchemaForms.Role.Describe(default, docs),
    };

    private static ImmutableArray<ColumnOverride> With(ImmutableArray<ColumnOverride> columns, JsonProperty role, Place place)
    {
        int before = place.Problems.Count;
        var meant = SchemaForms.Role.Read(role.Value, default, place);
        if (place.Problems.Count > before) return columns;
        var known = columns.FirstOrDefault(column => column.Name == role.Name);
        if (known is null) return columns.Add(new ColumnOverride(role.Name, null, meant));
        if (known.Role is { } other && other != meant)
            place.Error($"is {JsonWords.Of(role.Value)}, but {PolicyPointers.Role(role.Name)} is \"{JsonWords.Camel(other.ToString())}\"; say it in one place");
        return columns.Replace(known, known with { Role = meant });
    }
}
