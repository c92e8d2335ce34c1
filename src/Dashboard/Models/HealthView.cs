namespace Homeostat.Dashboard;

/// <summary>Whether data still arrives as it used to.</summary>
internal sealed record HealthView(string Verdict, string Freshness, string Volume, string Text);
