using System.Text.RegularExpressions;

namespace Homeostat.Emulator;

/// <summary>Names that resources may have.</summary>
internal static partial class ResourceNames
{
    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,254}$")]
    private static partial Regex Plain { get; }

    // Versions and job names become folders, so a leading dot is out.
    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9._-]{0,254}$")]
    private static partial Regex Dotted { get; }

    internal static ArmAnswer? Refuse(string what, string name) => Check(Plain, what, name, "letters, digits, '_' and '-'");

    internal static ArmAnswer? RefuseDotted(string what, string name) => Check(Dotted, what, name, "letters, digits, '.', '_' and '-'");

    private static ArmAnswer? Check(Regex form, string what, string name, string characters) => form.IsMatch(name)
        ? null
        : ArmAnswer.BadRequest($"'{name}' is no name of {what}. Nothing was written. Use 1 to 255 of {characters}, the first a letter or digit.");
}
