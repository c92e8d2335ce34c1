using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>Makes the fingerprint of a reference and writes it to a file.</summary>
internal sealed class Profile(ProfileRequest request, Terminal terminal)
{
    internal int Run()
    {
        var overrides = SchemaFile.Read(request.Schema);
        using var output = new OutputFile(request.Target, terminal);
        var fingerprint = Count(overrides);
        output.Stage(stream => FingerprintFile.Write(fingerprint, stream));
        output.Commit();
        if (!request.Quiet) Show(fingerprint);
        return ExitCode.Healthy;
    }

    private Fingerprint Count(SchemaOverrides overrides)
    {
        using var source = Source.Open(request.Reference, terminal);
        if (source.Rows is null) throw IsFingerprint();
        using var progress = ProgressDisplay.Start(terminal, request.Quiet, source.Rows);
        var options = new CountOptions { Workers = request.Workers, Progress = progress, Cancellation = terminal.Cancellation };
        return Profiler.Profile(source.Rows, overrides, options);
    }

    private void Show(Fingerprint fingerprint)
    {
        // With the fingerprint on standard output, words go beside it.
        bool piped = request.Target == "-";
        var target = piped ? terminal.Error : terminal.Out;
        ProfileTable.Write(fingerprint, target, terminal.Width, new Style(terminal.IsColoured && !piped));
        if (!piped) target.WriteLine(Printable.Of($"Fingerprint of {Numbers.Count(fingerprint.Rows, "row")} written to {request.Target}."));
    }

    private BadInputException IsFingerprint() => new(ErrorCodes.FormatNotRead,
        $"'{request.Reference}' is a fingerprint already.",
        "A fingerprint is made from rows.",
        "Use it as it is: homeostat check FINGERPRINT CURRENT.");
}
