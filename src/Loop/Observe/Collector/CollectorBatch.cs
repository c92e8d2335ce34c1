using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>One hour of one deployment, ready to become a batch.</summary>
public sealed record CollectorBatch
{
    /// <summary>The endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The deployment.</summary>
    public required string Deployment { get; init; }

    /// <summary>Start of the hour, UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>0 for the hour itself, 1, 2, ... for lines that came after it was closed.</summary>
    public required int Supplement { get; init; }

    /// <summary>What to read, by collection and name.</summary>
    public required ImmutableArray<CollectorPart> Parts { get; init; }

    /// <summary>What is odd about it, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Endpoint, deployment and hour as one text: what hours are told apart by.</summary>
    public string Folder => FolderOf(Endpoint, Deployment, Hour);

    /// <summary>Its id. The same lines give the same one, whichever run takes them.</summary>
    public string Id => BatchId.Of(
        FormattableString.Invariant($"{Endpoint}/{Deployment}-{Hour.UtcDateTime:yyyyMMdd'T'HH}{(Supplement > 0 ? $"-late{Supplement}" : "")}"),
        string.Join('\n', Parts.Select(part => FormattableString.Invariant($"{part.Name}:{part.From}-{part.To}"))));

    internal static string FolderOf(string endpoint, string deployment, DateTimeOffset hour) =>
        FormattableString.Invariant($"{endpoint}/{deployment}/{hour.UtcDateTime:yyyy'/'MM'/'dd'/'HH}");
}
