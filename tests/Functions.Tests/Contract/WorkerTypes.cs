namespace Microsoft.Azure.Functions.Worker;

public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}

public enum BlobTriggerSource
{
    EventGrid,
    LogsAndContainerScan,
}

// unsealed: the package's is abstract too; here fakes derive from it
public abstract class FunctionContext
{
    public abstract FunctionDefinition FunctionDefinition { get; }

    public virtual CancellationToken CancellationToken { get; }
}

// unsealed: as above
public abstract class FunctionDefinition
{
    public abstract string Name { get; }
}

public sealed class TimerInfo
{
    public bool IsPastDue { get; set; }
}
