namespace Homeostat.Emulator;

/// <summary>Statuses of a job, in Azure's words.</summary>
internal static class JobStatus
{
    internal const string NotStarted = "NotStarted", Running = "Running", Finalizing = "Finalizing", CancelRequested = "CancelRequested", Completed = "Completed", Failed = "Failed", Canceled = "Canceled";

    internal static bool IsEnd(string status) => status is Completed or Failed or Canceled;
}
