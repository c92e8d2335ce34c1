namespace Homeostat.ModelRuntime;

/// <summary>Rows that cannot be scored, told in words for whoever sent them.</summary>
internal sealed class RowsException(string message) : Exception(message);
