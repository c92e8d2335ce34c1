namespace Homeostat.Dashboard;

/// <summary>Whether data still arrives as it used to.</summary>
/// <param name="Verdict">All in one word.</param>
/// <param name="Freshness">Whether data come in time.</param>
/// <param name="Volume">Whether as many come as usual.</param>
/// <param name="Text">In a sentence.</param>
public sealed record HealthView(string Verdict, string Freshness, string Volume, string Text);
