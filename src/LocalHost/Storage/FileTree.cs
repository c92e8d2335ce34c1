using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>Where blobs are in a folder.</summary>
internal sealed class FileTree(string root)
{
    private const string Link =
        "it is a link to a folder. Followed, it could lead round in a circle or to where nothing is watched. Copy the folder, or mount it here.";

    /// <summary>Hears, with every listing, of what is no blob though it may look like one: a path and the reason.</summary>
    internal Action<string, string> LeftOut { get; set; } = (_, _) => { };

    /// <summary>The file of a blob, there or not.</summary>
    internal string PathOf(string name)
    {
        string path = root;
        foreach (string part in BlobNames.Parts(name)) path = Below(path, part);
        return path;
    }

    /// <summary>All blobs whose name starts so, in ordinal order.</summary>
    internal IEnumerable<BlobEntry> List(string prefix)
    {
        BlobNames.CheckPrefix(prefix);
        int slash = prefix.LastIndexOf('/');
        string folder = slash < 0 ? "" : prefix[..slash];
        return Walk(folder.Length == 0 ? root : PathOf(folder), folder.Length == 0 ? "" : folder + "/", prefix);
    }

    private IEnumerable<BlobEntry> Walk(string folder, string name, string prefix)
    {
        foreach (var (child, info) in Children(folder, name, prefix))
        {
            if (info is DirectoryInfo)
            {
                foreach (var entry in Walk(info.FullName, child, prefix)) yield return entry;
            }
            else if (VersionOf((FileInfo)info) is { } version)
            {
                yield return new BlobEntry(child, version.ETag, version.Length, version.ModifiedAt);
            }
        }
    }

    // A folder's name ends in a slash and sorts by it: "a-b" stands before "a/b", and that before "a0".
    private IEnumerable<(string Name, FileSystemInfo Info)> Children(string folder, string name, string prefix)
    {
        var children = new SortedDictionary<string, FileSystemInfo>(StringComparer.Ordinal);
        foreach (var info in Infos(folder))
        {
            if (FileNames.Decode(info.Name) is not { } part) continue;
            string child = name + part + (info is DirectoryInfo ? "/" : "");
            bool matches = child.StartsWith(prefix, StringComparison.Ordinal) || (info is DirectoryInfo && prefix.StartsWith(child, StringComparison.Ordinal));
            // Two files may stand for one name when one was dropped by hand: the store's own counts, as in PathOf.
            if (matches && !IsLinkedFolder(info) && (!children.ContainsKey(child) || info.Name == FileNames.Encode(part))) children[child] = info;
        }
        return children.Select(pair => (pair.Key, pair.Value));
    }

    private FileSystemInfo[] Infos(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception e) when (e is DirectoryNotFoundException || (e is IOException && File.Exists(folder)))
        {
            return [];
        }
        catch (UnauthorizedAccessException) when (folder != root)
        {
            LeftOut(folder, "the account that runs this may not look into it. What is in it is not found. Give the account read and write access.");
            return [];
        }
    }

    private bool IsLinkedFolder(FileSystemInfo info)
    {
        if (info is not DirectoryInfo || info.LinkTarget is null) return false;
        LeftOut(info.FullName, Link);
        return true;
    }

    private FileVersion? VersionOf(FileInfo file)
    {
        try
        {
            return FileVersion.Of(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LeftOut(file.FullName, $"it cannot be looked at: {e.Message} It may be a link that leads round in a circle. Remove it, or give the account access.");
            return null;
        }
    }

    private static string Below(string folder, string part)
    {
        string path = Path.Combine(folder, FileNames.Encode(part));
        if (!FileNames.MayBeLiteral(part) || Path.Exists(path)) return path;
        string literal = Path.Combine(folder, part);
        return Path.Exists(literal) ? literal : path;
    }
}
