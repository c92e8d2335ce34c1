namespace Homeostat.Loop.Tests.Policy;

public class PolicyChangesTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{ /* why */ "b": 2.0, "a": 1, }""", "")]
    [InlineData("""{"bake":{"time":"2h"}}""", """{"bake":{"time":"4h"}}""", "/bake/time 2h -> 4h")]
    [InlineData("""{}""", """{"bake":{"time":"4h","interval":"1m"}}""", "/bake/time (default) -> 4h; /bake/interval (default) -> 1m")]
    [InlineData("""{"triggers":{"drift":false}}""", """{}""", "/triggers/drift false -> (default)")]
    [InlineData("""{"rollout":{"steps":[{"weight":5}]}}""", """{"rollout":{"steps":[{"weight":10}]}}""", """/rollout/steps [{"weight":5}] -> [{"weight":10}]""")]
    [InlineData("""{"roles":{"a/b~c":"id"}}""", """{"roles":{"a/b~c":"label"}}""", "/roles/a~1b~0c id -> label")]
    [InlineData("""{"a":{"b":1}}""", """{"a":3}""", """/a {"b":1} -> 3""")]
    public void Changes_AreNamedByTheirFields(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join("; ", PolicyChanges.Between(before, after)));
}
