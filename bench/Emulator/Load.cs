using System.Diagnostics;
using System.Text;

namespace Homeostat.Bench.Emulator;

/// <summary>Requests sent when they are due, whether or not earlier ones have come back; their latency counts from then.</summary>
internal sealed class Load(double[] milliseconds, int failed, double seconds)
{
    private static readonly byte[] s_row = Encoding.UTF8.GetBytes($"[{{{string.Join(',', Model.Columns.Select((column, i) => $"\"{column}\":{i * 100}"))}}}]");

    internal int Failed => failed;

    internal double PerSecond => (milliseconds.Length - failed) / seconds;

    internal double At(double share) => milliseconds[Math.Clamp((int)Math.Ceiling(share * milliseconds.Length) - 1, 0, milliseconds.Length - 1)];

    internal static async Task<Load> RunAsync(Endpoint endpoint, int rate, TimeSpan duration)
    {
        int count = (int)(rate * duration.TotalSeconds);
        var clock = Stopwatch.StartNew();
        var requests = new Task<(double, bool)>[count];
        for (int sent = 0; sent < count;)
        {
            int due = (int)Math.Min(count, (clock.Elapsed.TotalSeconds * rate) + 1);
            for (; sent < due; sent++) requests[sent] = OneAsync(endpoint, clock, (double)sent / rate);
            await Task.Delay(1);
        }
        var results = await Task.WhenAll(requests);
        return new Load([.. results.Select(r => r.Item1).Order()], results.Count(r => !r.Item2), clock.Elapsed.TotalSeconds);
    }

    private static async Task<(double Milliseconds, bool Succeeded)> OneAsync(Endpoint endpoint, Stopwatch clock, double due)
    {
        bool succeeded = await endpoint.ScoreAsync(s_row);
        return ((clock.Elapsed.TotalSeconds - due) * 1000, succeeded);
    }
}
