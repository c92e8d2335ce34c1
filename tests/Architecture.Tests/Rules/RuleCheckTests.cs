namespace Homeostat.Architecture.Tests.Rules;

/// <summary>The checkers on small bad samples.</summary>
public sealed class RuleCheckTests
{
    private const string Props = """
        <Project>
          <PropertyGroup Condition="'$(IsSource)' == 'true'"><GenerateDocumentationFile>true</GenerateDocumentationFile></PropertyGroup>
          <ItemGroup Condition="'$(IsSource)' == 'true'">
            <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" />
            <AdditionalFiles Include="eng/BannedSymbols.txt" Condition="'$(MSBuildProjectName)' != 'Cli' And '$(MSBuildProjectName)' != 'Functions'" />
          </ItemGroup>
        </Project>
        """;

    [Theory]
    [InlineData("#pragma warning disable CA1000", 1)]
    [InlineData("#pragma warning disable CA1000 //", 1)]
    [InlineData("/// <summary>Text.</summary>\n#pragma warning disable CA1000", 1)]
    [InlineData("#pragma warning restore CA1000", 0)]
    [InlineData("#pragma warning disable CA1000 // the shape is the platform's", 0)]
    [InlineData("// The shape is the platform's.\n#pragma warning disable CA1000", 0)]
    [InlineData("// The shape is the platform's.\n\n#pragma warning disable CA1000", 1)]
    [InlineData("class A { string B = \"#pragma warning disable CA1000\"; }", 0)]
    public void Pragmas_WithoutReason(string code, int findings) => Assert.Equal(findings, RelaxationChecks.Pragmas([Code(code)]).Count());

    [Theory]
    [InlineData("[SuppressMessage(\"a\", \"b\")] class A;", 1)]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\", Justification = \"\")] class A;", 1)]
    [InlineData("[SuppressMessage(\"a\", \"b\", Justification = \"the name is Azure's\")] class A;", 0)]
    [InlineData("// The name is Azure's.\n[SuppressMessage(\"a\", \"b\")] class A;", 0)]
    [InlineData("[SuppressMessage(\"a\", \"https://b\")] class A;", 1)]
    public void SuppressMessage_WithoutReason(string code, int findings) =>
        Assert.Equal(findings, RelaxationChecks.Attributes([Code(code)]).Count());

    [Fact]
    public void Regions_AreFound() => Assert.Single(RelaxationChecks.Regions([Code("class A\n{\n#region fields\n#endregion\n}")]));

    [Theory]
    [InlineData("<NoWarn>CA1000</NoWarn>", 1)]
    [InlineData("<NoWarn>CA1000</NoWarn> <!-- the shape is the platform's -->", 0)]
    [InlineData("<!-- The shape is the platform's. -->\n<NoWarn>CA1000</NoWarn>", 0)]
    [InlineData("<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", 1)]
    [InlineData("<Nullable>disable</Nullable>", 1)]
    [InlineData("<Nullable>enable</Nullable>", 0)]
    public void BuildFiles_RelaxedWithoutReason(string xml, int findings) =>
        Assert.Equal(findings, RelaxationChecks.BuildFiles("A.csproj", xml).Count());

    [Theory]
    [InlineData("dotnet_diagnostic.CA1000.severity = none", 1)]
    [InlineData("dotnet_diagnostic.CA1000.severity = none # the shape is the platform's", 0)]
    [InlineData("# The shape is the platform's.\ndotnet_diagnostic.CA1000.severity = none", 0)]
    [InlineData("dotnet_diagnostic.CA1000.severity = error", 0)]
    public void ConfigFiles_RelaxedWithoutReason(string config, int findings) =>
        Assert.Equal(findings, RelaxationChecks.ConfigFiles(".editorconfig", config).Count());

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("!= 'Functions'", "!= 'Loop'", 1)]
    [InlineData(" And '$(MSBuildProjectName)' != 'Functions'", " And '$(MSBuildProjectName)' != 'Functions' And '$(MSBuildProjectName)' != 'Loop'", 1)]
    [InlineData(" And '$(MSBuildProjectName)' != 'Functions'", " And '$(MSBuildProjectName)' != 'Functions' And '$(Quick)' == ''", 1)]
    [InlineData("<ItemGroup Condition=\"'$(IsSource)' == 'true'\">", "<ItemGroup Condition=\"'$(Strict)' == 'true'\">", 1)]
    [InlineData("BannedSymbols", "Nothing", 1)]
    [InlineData("BannedApiAnalyzers", "Analyzers", 1)]
    public void BannedList_Withheld(string from, string to, int findings) =>
        Assert.Equal(findings, BuildRuleChecks.BannedList(from.Length == 0 ? Props : Props.Replace(from, to, StringComparison.Ordinal)).Count());

    [Theory]
    [InlineData("true</Gen", "true</Gen", 0)]
    [InlineData("true</Gen", "false</Gen", 1)]
    [InlineData("<PropertyGroup Condition=\"'$(IsSource)' == 'true'\">", "<PropertyGroup Condition=\"'$(Strict)' == 'true'\">", 1)]
    public void Documentation_SwitchedOff(string from, string to, int findings) =>
        Assert.Equal(findings, BuildRuleChecks.Documented(Props.Replace(from, to, StringComparison.Ordinal)).Count());

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);CS1591</NoWarn>", 1)]
    [InlineData("<NoWarn>1591</NoWarn>", 1)]
    [InlineData("dotnet_diagnostic.CS1591.severity = none # reason", 1)]
    [InlineData("<NoWarn>CS15910</NoWarn>", 0)]
    public void Documentation_Suppressed(string text, int findings) =>
        Assert.Equal(findings, BuildRuleChecks.DocumentationSuppressed("A.csproj", text).Count());

    [Theory]
    [InlineData("#pragma warning disable CS1591 // reason", 1)]
    [InlineData("#pragma warning disable 1591 // reason", 1)]
    [InlineData("#pragma warning disable // everything, for a reason", 1)]
    [InlineData("#pragma warning disable CA1000 // reason", 0)]
    public void Documentation_SuppressedInCode(string code, int findings) =>
        Assert.Equal(findings, BuildRuleChecks.CodeSuppresses([Code(code)], BuildRuleChecks.IsDocumentationCode).Count());

    [Fact]
    public void BannedSymbols_SuppressedInCode_AreFoundEvenWithAReason() =>
        Assert.Single(BuildRuleChecks.CodeSuppresses([Code("#pragma warning disable RS0030 // we like this clock")], BuildRuleChecks.IsBannedSymbolCode));

    private static SourceFile Code(string code) => new("src/Loop/A.cs", code);
}
