namespace Homeostat.Loop;

/// <summary>The surroundings failed in a way that may pass: throttling, a time-out, a lost connection. Adapters throw it; retries look for it.</summary>
public sealed class TransientException : Exception
{
    /// <param name="message">What happened, why it matters, what to do.</param>
    /// <param name="inner">What the surroundings said.</param>
    public TransientException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
