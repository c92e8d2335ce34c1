namespace Homeostat.Emulator;

/// <summary>Where a deployment's processes run.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="ToolPath">The path that programs are found on.</param>
/// <param name="Timings">How long things take.</param>
/// <param name="Time">Measures durations.</param>
internal sealed record ServingPlace(string Folder, string ToolPath, EmulatorTimings Timings, TimeProvider Time)
{
    internal string Log => Path.Combine(Folder, "log.txt");

    internal ChildCommand Command(ServingSpec spec, int port)
    {
        var environment = new Dictionary<string, string>(spec.Environment, StringComparer.Ordinal) { ["PATH"] = ToolPath, ["AZUREML_MODEL_DIR"] = spec.Model };
        return new ChildCommand(spec.Line(port), Folder, Log) { Environment = environment };
    }
}
