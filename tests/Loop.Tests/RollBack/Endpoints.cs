using System.Collections.Immutable;

namespace Homeostat.Loop.Tests.RollBack;

/// <summary>Endpoints as they may read.</summary>
internal static class Endpoints
{
    /// <summary>Deployments "a" to "d", serving versions 1 to 4, all ready; traffic as "a 95 b 5", mirrors as "c 20".</summary>
    public static EndpointState Of(string traffic, string mirror = "") => new("flights", Shares(traffic), Shares(mirror), "abcd".ToImmutableSortedDictionary(
        c => $"{c}", c => new DeploymentState($"{c}", $"{c - 'a' + 1}", DeploymentStatus.Ready)));

    public static EndpointState With(this EndpointState endpoint, string deployment, DeploymentStatus status) => endpoint with
    {
        Deployments = endpoint.Deployments.SetItem(deployment, endpoint.Deployments[deployment] with { Status = status, Reason = status == DeploymentStatus.Failed ? "no capacity" : null }),
    };

    public static EndpointState Without(this EndpointState endpoint, string deployment) => endpoint with { Deployments = endpoint.Deployments.Remove(deployment) };

    /// <summary>Before a rollout of "b".</summary>
    public static UndoPlan Undo(string traffic, string mirror = "") => UndoPlan.Of(Of(traffic, mirror), "b", "hash");

    public static ImmutableSortedDictionary<string, int> Shares(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToImmutableSortedDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
