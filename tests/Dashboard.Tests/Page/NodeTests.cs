using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>The page's functions that need no document, tried by words.test.mjs.</summary>
public sealed class NodeTests
{
    [NodeFact]
    public async Task Functions_GiveWhatTheyShould()
    {
        string here = Path.GetDirectoryName(Here())!;
        var folder = Directory.CreateTempSubdirectory("homeostat-page-");
        try
        {
            // As they are served; the package file says that they are modules.
            foreach (var file in PageFiles.All.Values) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.Name), file.Content.ToArray());
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "package.json"), """{ "type": "module" }""");
            using var node = Process.Start(new ProcessStartInfo(NodeFactAttribute.Path()!, [Path.Combine(here, "words.test.mjs"), folder.FullName]) { RedirectStandardError = true })!;
            string errors = await node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.True(node.ExitCode == 0, errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
