namespace Homeostat.Architecture.Tests.Shapes;

public sealed class ShapeTests
{
    [Fact]
    public void Files_StaySmall() =>
        Expect.None($"Files under src: nine in ten at most {Limits.UsualFileLines} lines, none above {Limits.MostFileLines}.",
            FileSizeChecks.Check(Repository.ProductSources));

    [Fact]
    public void Methods_StaySmall() =>
        Expect.None($"Methods under src: nine in ten at most {Limits.UsualMethodLines} lines, none above {Limits.MostMethodLines}.",
            MethodSizeChecks.Check(Repository.ProductSources));

    [Fact]
    public void Methods_TakeFewParameters() =>
        Expect.None($"At most {Limits.MostParameters} parameters.", DeclarationChecks.Parameters(Repository.ProductSources));

    [Fact]
    public void Files_HoldOnePublicType() =>
        Expect.None("One public type per file.", DeclarationChecks.OnePublicTypePerFile(Repository.ProductSources));

    [Fact]
    public void Classes_AreSealedStaticOrAbstract() =>
        Expect.None("Classes under src are sealed, static or abstract; another one says `// unsealed: <reason>` right above it.",
            DeclarationChecks.Unsealed(Repository.ProductSources));
}
