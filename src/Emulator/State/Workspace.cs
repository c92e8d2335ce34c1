namespace Homeostat.Emulator;

/// <summary>The one workspace: its state behind one lock, saved with every change.</summary>
internal sealed class Workspace(EmulatorOptions options, StateFile file)
{
    private readonly Lock _gate = new();
    private readonly WorkspaceState _state = file.Load();
    private readonly TimeProvider _durations = options.Durations ?? options.Time;

    internal EmulatorOptions Options => options;

    internal EmulatorTimings Timings => options.Timings;

    /// <summary>Measures durations and fires timers.</summary>
    internal TimeProvider Durations => _durations;

    /// <summary>By which durations end: operations, lags.</summary>
    internal DateTimeOffset Now => _durations.GetUtcNow();

    /// <summary>What the calendar says: dates that people and metrics read.</summary>
    internal DateTimeOffset Today => options.Time.GetUtcNow();

    /// <summary>Called under the lock after every change, with the state: who keeps a picture of it takes a new one.</summary>
    internal Action<WorkspaceState>? Changed { get; set; }

    internal T Read<T>(Func<WorkspaceState, T> read)
    {
        lock (_gate) return read(_state);
    }

    /// <summary>Changes the state; an error has changed nothing.</summary>
    internal ArmAnswer Write(Func<WorkspaceState, ArmAnswer> write)
    {
        lock (_gate)
        {
            var answer = write(_state);
            if (!answer.IsError) Save();
            return answer;
        }
    }

    internal void Change(Action<WorkspaceState> change)
    {
        lock (_gate)
        {
            change(_state);
            Save();
        }
    }

    private void Save()
    {
        file.Save(_state);
        Changed?.Invoke(_state);
    }
}
