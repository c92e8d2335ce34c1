using System.Text;

namespace Homeostat.Emulator;

/// <summary>What came of asking a model.</summary>
/// <param name="Status">What the caller gets: 200, or 424 for a failure of the model.</param>
/// <param name="ModelStatus">What the model's process answered; null when it did not.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">What the body is.</param>
internal sealed record ModelAnswer(int Status, int? ModelStatus, byte[] Body, string? ContentType)
{
    internal static ModelAnswer Problem(int status, string message, int? modelStatus = null) => new(status, modelStatus, Encoding.UTF8.GetBytes(message), "text/plain");
}
