namespace Homeostat.LocalHost;

/// <summary>Something for the engine's thread to do.</summary>
/// <param name="Do">Does it.</param>
/// <param name="Fail">Tells who asked that it will not be done.</param>
internal sealed record Request(Action Do, Action<Exception> Fail);
