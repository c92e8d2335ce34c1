using System.Text;

namespace Homeostat.Loop;

/// <summary>Members of enumerations as words: "covariate shift" of CovariateShift.</summary>
internal static class Names
{
    internal static string Of<T>(T value) where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (char c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
