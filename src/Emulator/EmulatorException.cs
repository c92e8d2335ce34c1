namespace Homeostat.Emulator;

/// <summary>The emulator cannot run in these surroundings; the message says what, why and what to do.</summary>
public sealed class EmulatorException : Exception
{
    /// <summary>Makes one.</summary>
    public EmulatorException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    public EmulatorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
