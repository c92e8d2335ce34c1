using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>What the engine keeps in memory of an instance: little, unless it has something to do.</summary>
/// <param name="id">Its id.</param>
internal sealed class Instance(string id)
{
    private string _name = "";
    private DateTimeOffset _createdAt;
    private JsonElement? _output;
    private TaskFailure? _failure;

    public string Id => id;

    public string Name => _name;

    /// <summary>The run and its file.</summary>
    public HistoryFile Run { get; private set; } = new(id, 0);

    public ParentLink? Parent { get; private set; }

    public OrchestrationStatus Status { get; private set; }

    public DateTimeOffset CreatedAt => _createdAt;

    public DateTimeOffset UpdatedAt { get; private set; }

    public JsonElement? CustomStatus { get; private set; }

    public bool IsRunning => Status is OrchestrationStatus.Pending or OrchestrationStatus.Running;

    /// <summary>Every line of the run; null while nothing is to be done, it is read again then.</summary>
    public List<HistoryEvent>? History { get; set; }

    /// <summary>Bytes of the run that are durable.</summary>
    public long Length { get; set; }

    /// <summary>Lines that were fed to the code before.</summary>
    public int Known { get; set; }

    /// <summary>Lines not durable yet; null when there are none.</summary>
    public FileChange? Staged { get; set; }

    /// <summary>Whether a turn is due.</summary>
    public bool IsReady { get; set; }

    /// <summary>Activities that were handed out.</summary>
    public HashSet<int> Activities { get; } = [];

    /// <summary>Timers that are armed, by task.</summary>
    public Dictionary<int, TimerEntry> Timers { get; } = [];

    /// <summary>Begins another run.</summary>
    public void Begin(HistoryFile run)
    {
        Run = run;
        History = [];
        Length = 0;
        Known = 0;
        Staged = null;
        _output = null;
        _failure = null;
    }

    /// <summary>Takes over what a line changes of the state.</summary>
    public void Fold(HistoryEvent line)
    {
        UpdatedAt = line.At;
        switch (line.Kind)
        {
            case HistoryKind.Started:
                (_name, _createdAt, Parent) = (line.Name!, line.CreatedAt ?? line.At, line.Parent);
                (Status, CustomStatus) = (OrchestrationStatus.Pending, null);
                break;
            case HistoryKind.StatusSet:
                CustomStatus = line.Payload;
                break;
            case HistoryKind.Completed:
                (Status, _output) = (OrchestrationStatus.Completed, line.Payload);
                break;
            case HistoryKind.Failed:
                (Status, _failure) = (OrchestrationStatus.Failed, line.Failure);
                break;
            case HistoryKind.Terminated:
                (Status, _output) = (OrchestrationStatus.Terminated, line.Payload);
                break;
            default:
                break;
        }
    }

    /// <summary>After a turn that did not end it.</summary>
    public void MarkRunning() => Status = OrchestrationStatus.Running;

    /// <summary>What the outside may know.</summary>
    public OrchestrationState ToState() => new(id, _name, Status, _createdAt, UpdatedAt)
    {
        CustomStatus = CustomStatus ?? default,
        Output = _output ?? default,
        Failure = _failure,
    };
}
