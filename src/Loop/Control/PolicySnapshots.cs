using System.Text;

namespace Homeostat.Loop;

/// <summary>Reads snapshots.</summary>
internal static class PolicySnapshots
{
    /// <summary>The policy; it was valid when it was taken.</summary>
    internal static ModelPolicy Read(this PolicySnapshot snapshot) => PolicyFile.Parse(Encoding.UTF8.GetBytes(snapshot.Json), "policy snapshot");
}
