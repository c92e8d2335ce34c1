namespace Homeostat.Emulator;

/// <summary>What an operation does besides waiting: processes started and ended.</summary>
internal interface IOperationWork
{
    /// <summary>Does it; null when it went well, otherwise why not.</summary>
    Task<string?> DoAsync(OperationRecord operation, CancellationToken cancellation);
}
