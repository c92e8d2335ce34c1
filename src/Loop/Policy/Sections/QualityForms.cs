namespace Homeostat.Loop;

/// <summary>Section <c>quality</c>.</summary>
internal static class QualityForms
{
    private const string Open = "any";

    private static ObjectForm<ColumnRule> Rule { get; } = new(
    [
        Of.Member(nameof(ColumnRule.Required), Of.Switch, (ColumnRule o) => o.Required, (o, v) => o with { Required = v }),
        Of.Member(nameof(ColumnRule.MaximumMissing), Of.Optional(Of.Share, Open), (ColumnRule o) => o.MaximumMissing, (o, v) => o with { MaximumMissing = v }),
        Of.Member(nameof(ColumnRule.MaximumTypeErrors), Of.Optional(Of.Share, Open), (ColumnRule o) => o.MaximumTypeErrors, (o, v) => o with { MaximumTypeErrors = v }),
        Of.Member(nameof(ColumnRule.Minimum), Of.Optional(AnyNumber, Open), (ColumnRule o) => o.Minimum, (o, v) => o with { Minimum = v }),
        Of.Member(nameof(ColumnRule.Maximum), Of.Optional(AnyNumber, Open), (ColumnRule o) => o.Maximum, (o, v) => o with { Maximum = v }),
        Of.Member(nameof(ColumnRule.MinimumMean), Of.Optional(AnyNumber, Open), (ColumnRule o) => o.MinimumMean, (o, v) => o with { MinimumMean = v }),
        Of.Member(nameof(ColumnRule.MaximumMean), Of.Optional(AnyNumber, Open), (ColumnRule o) => o.MaximumMean, (o, v) => o with { MaximumMean = v }),
        Of.Member(nameof(ColumnRule.Allowed), Of.Optional(new ListForm<string>(SchemaForms.AnyText, ""), Open),
            (ColumnRule o) => o.Allowed, (o, v) => o with { Allowed = v }),
        Of.Member(nameof(ColumnRule.MaximumOutside), Of.Share, (ColumnRule o) => o.MaximumOutside, (o, v) => o with { MaximumOutside = v }),
    ]);

    internal static ObjectForm<QualityOptions> Quality { get; } = new(
    [
        Of.Member(nameof(QualityOptions.MinimumRows), Of.Count(1), (QualityOptions o) => o.MinimumRows, (o, v) => o with { MinimumRows = v }),
        Of.Member(nameof(QualityOptions.MaximumRagged), Of.Share, (QualityOptions o) => o.MaximumRagged, (o, v) => o with { MaximumRagged = v }),
        Of.Member(nameof(QualityOptions.UnitChanges), Of.Switch, (QualityOptions o) => o.UnitChanges, (o, v) => o with { UnitChanges = v }),
        Of.Member(nameof(QualityOptions.SchemaBreaks), Of.Switch, (QualityOptions o) => o.SchemaBreaks, (o, v) => o with { SchemaBreaks = v }),
        Of.Member(nameof(QualityOptions.Columns), new MapForm<ColumnRule>(Rule, name => new ColumnRule(name), rule => rule.Column),
            (QualityOptions o) => o.Columns, (o, v) => o with { Columns = v }),
    ]);

    private static NumberForm<double> AnyNumber => new(new(null, null));
}
