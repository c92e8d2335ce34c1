namespace Homeostat.Dashboard;

/// <summary>A file of the page, as it is served.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="ETag">Made of its content, quoted: another one for every version of the page.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PageFile(string Name, string ContentType, string ETag, ReadOnlyMemory<byte> Content);
