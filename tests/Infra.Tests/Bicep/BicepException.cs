namespace Homeostat.Infra.Tests.Bicep;

/// <summary>A file is no Bicep, or none of the part of it that is read here.</summary>
internal sealed class BicepException(int line, string problem) : Exception($"line {line}: {problem}");
