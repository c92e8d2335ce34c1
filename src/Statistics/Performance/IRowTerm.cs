namespace Homeostat.Statistics.Performance;

/// <summary>What one row adds to a weighted mean.</summary>
internal interface IRowTerm
{
    double At(int row);
}
