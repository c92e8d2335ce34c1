namespace Homeostat.Infra.Tests.Bicep;

/// <summary>A file that was read.</summary>
/// <param name="Path">Relative to the infra folder, as modules name it.</param>
/// <param name="Declarations">What it declares, in order.</param>
internal sealed record BicepFile(string Path, IReadOnlyList<Declaration> Declarations)
{
    internal static BicepFile Parse(string path, string text) => new(path, StatementParser.Read(text));

    internal IEnumerable<ParameterDeclaration> Parameters => Declarations.OfType<ParameterDeclaration>();

    internal IEnumerable<OutputDeclaration> Outputs => Declarations.OfType<OutputDeclaration>();

    internal IEnumerable<ModuleDeclaration> Modules => Declarations.OfType<ModuleDeclaration>();

    /// <summary>All resources, nested ones too.</summary>
    internal IEnumerable<ResourceDeclaration> Resources => Declarations.OfType<ResourceDeclaration>().SelectMany(WithNested);

    private static IEnumerable<ResourceDeclaration> WithNested(ResourceDeclaration resource) => [resource, .. resource.Body.Resources.SelectMany(WithNested)];
}
