namespace Homeostat.Dashboard;

/// <summary>What was asked for cannot be given; carries the problem through helpers to the one place that answers.</summary>
internal sealed class ProblemException(ProblemKind kind, string detail) : Exception(detail)
{
    internal ProblemKind Kind { get; } = kind;
}
