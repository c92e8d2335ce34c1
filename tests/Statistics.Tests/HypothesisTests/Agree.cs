namespace Homeostat.Statistics.Tests.HypothesisTests;

/// <summary>Agreement with numbers computed elsewhere.</summary>
internal static class Agree
{
    /// <summary>Equal to 1e-9 relative; zeros, infinities and NaN must match exactly.</summary>
    internal static void Statistic(double expected, double actual)
    {
        if (expected.Equals(actual)) return;
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
    }

    /// <summary>p equal to 1e-9 relative, that is ln p equal to 1e-9; where |ln p| is above 1000, ln p equal to 1e-12 relative.</summary>
    internal static void LogP(double expected, double actual)
    {
        if (expected.Equals(actual)) return;
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected) / 1000), $"expected ln p {expected:R}, got {actual:R}");
    }

    internal static void Result(double statistic, double logP, TestResult actual)
    {
        Statistic(statistic, actual.Statistic);
        LogP(logP, actual.LogPValue);
    }

    internal static void IsNaN(TestResult actual)
    {
        Assert.True(double.IsNaN(actual.Statistic), $"statistic {actual.Statistic:R} is a number");
        Assert.True(double.IsNaN(actual.LogPValue), $"ln p {actual.LogPValue:R} is a number");
    }

    /// <summary>The three beats: what happened with the value, why it matters, what to do.</summary>
    internal static void ThreeBeats(string value, Action act)
    {
        var message = Assert.ThrowsAny<ArgumentException>(act).Message;
        Assert.Contains(value, message, StringComparison.Ordinal);
        Assert.True(message.Split(". ").Length >= 3, $"fewer than three beats: {message}");
    }
}
