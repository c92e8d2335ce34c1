namespace Homeostat.Architecture.Tests.Shapes;

internal static class MethodSizeChecks
{
    public static IEnumerable<string> Check(IEnumerable<SourceFile> files)
    {
        var methods = files.Where(f => !FileSizeChecks.IsTable(f)).SelectMany(Method.In).ToList();
        foreach (var method in methods.OrderByDescending(m => m.Lines))
        {
            if (TooLong(method) is { } finding)
            {
                yield return finding;
            }
        }
        foreach (var finding in Sized.NineInTen("methods", [.. methods.Select(m => new Sized(m.Where, m.Lines))], Limits.UsualMethodLines))
        {
            yield return finding;
        }
    }

    private static string? TooLong(Method method)
    {
        if (method.Lines <= Limits.MostMethodLines)
        {
            return null;
        }
        if (method.KernelReason is null)
        {
            return $"{method.Where} has {method.Lines} lines, at most {Limits.MostMethodLines} are allowed; split it "
                + "(a numeric kernel in Statistics or Batches may say `// kernel: <reason>`)";
        }
        if (!Limits.KernelProjects.Contains(method.Project))
        {
            return $"{method.Where} calls itself a kernel in {method.Project}; kernels live in {string.Join(" and ", Limits.KernelProjects)}";
        }
        return method.Lines > Limits.MostKernelLines
            ? $"{method.Where} is a kernel of {method.Lines} lines, at most {Limits.MostKernelLines} are allowed"
            : null;
    }
}
