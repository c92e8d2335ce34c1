using System.Globalization;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Quality rules that no batch could keep, or that say nothing.</summary>
internal static class QualityRules
{
    internal static void Check(ModelPolicy policy, Place place)
    {
        foreach (var rule in policy.Quality.Columns)
        {
            var at = place.Member(rule.Column);
            NotAbove(rule.Minimum, rule.Maximum, "minimum", "maximum", at);
            NotAbove(rule.MinimumMean, rule.MaximumMean, "minimumMean", "maximumMean", at);
            if (rule.MaximumOutside == 0)
            {
                NotAbove(rule.MinimumMean, rule.Maximum, "minimumMean", "maximum", at);
                NotAbove(rule.Minimum, rule.MaximumMean, "minimum", "maximumMean", at);
            }
            if (rule.Allowed is { IsDefault: false } allowed) CheckAllowed([.. allowed], at.Member("allowed"));
            CheckType(rule, policy.Schema.Find(rule.Column)?.Type, at);
        }
    }

    private static void NotAbove(double? low, double? high, string lowName, string highName, Place place)
    {
        if (low > high)
            place.Member(lowName).Error(string.Create(CultureInfo.InvariantCulture, $"is {low}, above {highName}, which is {high}: no batch can be both"));
    }

    private static void CheckAllowed(string[] allowed, Place place)
    {
        if (allowed.Length == 0) place.Error("is empty: no value would be allowed; leave it out for any");
        for (int i = 0; i < allowed.Length; i++)
            if (Array.IndexOf(allowed, allowed[i]) < i) place.Item(i).Warn($"is {JsonWords.Quoted(allowed[i])} again");
    }

    private static void CheckType(ColumnRule rule, ColumnType? type, Place place)
    {
        bool hasNumbers = (rule.Minimum ?? rule.Maximum ?? rule.MinimumMean ?? rule.MaximumMean) is not null;
        if (hasNumbers && type is ColumnType.Categorical or ColumnType.Text or ColumnType.Boolean)
            place.Warn($"limits numbers, but {PolicyPointers.Columns} says the column is {JsonWords.Camel(type.Value.ToString())}: those limits are not looked at");
    }
}
