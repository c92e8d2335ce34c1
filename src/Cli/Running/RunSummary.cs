namespace Homeostat.Cli;

/// <summary>What runs where, in a few lines. The key is shown when it was made, and never again.</summary>
internal sealed class RunSummary(LocalRun run, RunLines lines)
{
    internal void Tell() => lines.Block($"""
        Homeostat runs on {run.Options.Folder}.

          Page and API  {Text(run.Api)}
          Key           {Key()}
          Azure ML      {AzureML()}
          Drop          policies/MODEL.json, batches/MODEL/, labels/MODEL/ in the folder

        homeostat status shows every model, docs/run.md the first steps. Ctrl+C stops it.

        """);

    private string Key() => run.ApiKey.IsNew
        ? $"{run.ApiKey.Value}  (shown once, kept in {run.ApiKey.Path})"
        : $"in {run.ApiKey.Path}";

    private string AzureML() => run switch
    {
        { Emulator: { } emulator } => $"emulated at {Text(emulator.Address)}, certificate {emulator.CertificatePath}",
        { Options.AzureML: { } workspace } => $"workspace {workspace.Workspace} in {workspace.ResourceGroup}, subscription {workspace.Subscription}",
        _ => "",
    };

    private static string Text(Uri address) => address.ToString().TrimEnd('/');
}
