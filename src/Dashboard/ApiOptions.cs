using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>How the API behaves.</summary>
public sealed record ApiOptions
{
    /// <summary>Who may act. No default: a host decides, and says so.</summary>
    public required ApiKeyCheck Key { get; init; }

    /// <summary>Whether reading needs no key: only where nobody else can reach the port. Default false.</summary>
    public bool OpenReads { get; init; }

    /// <summary>How long a controller has to take a signal; after that a rollback is written without it. Default 15 seconds.</summary>
    public TimeSpan ControllerWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the answer to a rollback that was taken waits for its end. Default 30 seconds.</summary>
    public TimeSpan RollbackWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>First wait between two looks at a controller; grows to a second. Default 50 milliseconds.</summary>
    public TimeSpan FirstLook { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How patient a rollback without the controller is.</summary>
    public DirectRollbackOptions Direct { get; init; } = new();
}
