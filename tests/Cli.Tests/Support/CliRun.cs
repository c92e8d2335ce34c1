using System.Text;

namespace Homeostat.Cli.Tests.Support;

/// <summary>One run of the command in this process.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public static CliRun Of(params string[] args) => With(standardInput: null, args);

    public static CliRun With(Stream? standardInput, params string[] args)
    {
        var words = new StringWriter();
        var error = new StringWriter();
        var bytes = new MemoryStream();
        int code = App.Run(args, new Terminal { Out = words, Error = error, OpenOutput = () => bytes, OpenInput = () => standardInput ?? Stream.Null });
        return new CliRun(code, words + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    /// <summary>Everything said, to show when a test fails.</summary>
    public string All => $"exit code {ExitCode}\n{Out}\n{Error}";
}
