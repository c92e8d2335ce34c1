namespace Homeostat.Architecture.Tests.Shapes;

/// <summary>How large things may grow under src. "Usual" holds for nine in ten, "most" for all.</summary>
internal static class Limits
{
    public const double UsualShare = 0.9;
    public const int UsualFileLines = 150;
    public const int MostFileLines = 300;
    public const int UsualMethodLines = 25;
    public const int MostMethodLines = 60;
    public const int MostKernelLines = 90;
    public const int MostParameters = 5;
    public const int MostProjectReadmeLines = 15;

    /// <summary>The projects where a numeric kernel, marked `// kernel: reason`, may be longer.</summary>
    public static readonly string[] KernelProjects = ["Statistics", "Batches"];
}
