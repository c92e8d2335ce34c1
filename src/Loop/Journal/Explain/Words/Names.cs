using System.Text;

namespace Homeostat.Loop;

/// <summary>Members of enumerations as words: "covariate shift" of CovariateShift.</summary>
internal static class Names
{
    internal static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    /// <summary>The same of a member as JSON writes it.</summary>
    internal static string Of(string member)
    {
        var words = new StringBuilder();
        foreach (char c in member)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
