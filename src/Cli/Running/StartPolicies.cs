using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Policies that cannot be used, told at the start: the host runs on with the others, and takes a corrected one by itself.</summary>
internal static class StartPolicies
{
    internal static void Tell(string folder, RunLines lines)
    {
        string policies = Path.Combine(folder, "policies");
        string[] files = Directory.Exists(policies) ? Directory.GetFiles(policies, "*.json") : [];
        foreach (string file in files.Order(StringComparer.Ordinal))
            if (Problem(file) is { } problem) lines.Error(lines.Now, problem);
        if (files.Length == 0)
            lines.Note($"No model yet: write a policy to {Path.Combine(policies, "MODEL.json")}. homeostat policy explain FILE tells what it will do.");
    }

    private static string? Problem(string file)
    {
        try
        {
            var errors = PolicyFile.Read(File.ReadAllBytes(file)).Problems.Where(problem => problem.Severity == PolicySeverity.Error).ToList();
            return errors.Count == 0 ? null
                : $"The policy '{file}' has {Numbers.Count(errors.Count, "error")}: {errors[0]}. The last valid one stays in force, if there was one; otherwise nobody watches the model. "
                + $"Run homeostat policy validate {file}, and correct it.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The policy '{file}' cannot be read: {e.Message} Nobody watches the model. Check its permissions.";
        }
    }
}
