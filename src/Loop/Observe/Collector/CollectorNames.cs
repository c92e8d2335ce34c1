using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What is read of all that a collector may log.</summary>
internal static class CollectorNames
{
    private const string Inputs = "model_inputs", Outputs = "model_outputs", Both = "model_inputs_outputs", Request = "request", Response = "response";

    private static readonly ImmutableArray<string> s_logged = [Inputs, Outputs, Both], s_payloads = [Request, Response];

    /// <summary>Inputs and answers. One kind only: a deployment may log its rows both ways, and each counts once.</summary>
    internal static ImmutableArray<string> Of(bool payloads) => payloads ? s_payloads : s_logged;

    /// <summary>Those of them that answers are in.</summary>
    internal static ImmutableArray<string> AnswersOf(bool payloads) => payloads ? [Response] : [Outputs, Both];

    internal static bool AreInputs(string collection) => collection is Inputs or Both or Request;
}
