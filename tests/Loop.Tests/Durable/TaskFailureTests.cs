namespace Homeostat.Loop.Tests.Durable;

public sealed class TaskFailureTests
{
    [Fact]
    public void From_IsTransient_WhenTheExceptionIs_OrWhatItStemsFrom()
    {
        Assert.True(TaskFailure.From(new TransientException("x")).IsTransient);
        Assert.False(TaskFailure.From(new TimeoutException("x")).IsTransient);
        var failed = new TaskFailedException("a", TaskFailure.From(new TransientException("x")));
        Assert.Equal(new TaskFailure("Homeostat.Loop.TaskFailedException", "'a' failed: x", IsTransient: true), TaskFailure.From(failed));
    }

    [Fact]
    public void RetryOptions_HaveDefaults()
    {
        var options = new TaskRetryOptions(3, TimeSpan.FromSeconds(1));
        Assert.Equal((2.0, TimeSpan.FromMinutes(10), 0.2), (options.Backoff, options.MaximumDelay, options.Jitter));
        Assert.True(options.Handles(new TaskFailure("x", "", IsTransient: true)));
        Assert.False(options.Handles(new TaskFailure("x", "", IsTransient: false)));
    }
}
