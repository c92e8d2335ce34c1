using Homeostat.Bench.Emulator;

// Scoring through the emulator at a steady rate: a weighted endpoint, a model process behind each deployment, inputs and outputs collected.
// Usage: Emulator [REQUESTS-PER-SECOND] [SECONDS] [HOMEOSTAT-DLL]; with the last one models are reference models that it trains and serves, otherwise they answer
// at once. The emulator runs in a process of its own, `Emulator host FOLDER [HOMEOSTAT-DLL]`.
if (args is ["host", var state, .. var served]) return await Host.RunAsync(state, served);

int rate = args.Length > 0 ? int.Parse(args[0]) : 2000, seconds = args.Length > 1 ? int.Parse(args[1]) : 10;
string folder = Directory.CreateTempSubdirectory("homeostat-emulator-bench").FullName;
string? homeostat = args.Length > 2 ? Path.GetFullPath(args[2]) : null;
Model.Make(Path.Combine(folder, "model"), homeostat);
using var host = new HostProcess(folder, homeostat);
using var endpoint = await Endpoint.MakeAsync(host);
await Load.RunAsync(endpoint, rate / 4, TimeSpan.FromSeconds(3));
await Load.RunAsync(endpoint, rate, TimeSpan.FromSeconds(3));
var before = host.Cpu;
var run = await Load.RunAsync(endpoint, rate, TimeSpan.FromSeconds(seconds));
Console.WriteLine($"{rate:N0} requests/s asked for, {run.PerSecond:N0} answered, {run.Failed:N0} failed");
Console.WriteLine($"latency from the moment a request was due, ms: p50 {run.At(0.5):F1}  p90 {run.At(0.9):F1}  p99 {run.At(0.99):F1}  p99.9 {run.At(0.999):F1}  max {run.At(1):F1}");
Console.WriteLine($"processor time of the emulator: {(host.Cpu - before).TotalSeconds / seconds:P0} of one core");
await host.StopAsync();
Console.WriteLine($"lines collected: {Directory.EnumerateFiles(Path.Combine(folder, "storage"), "*.jsonl", SearchOption.AllDirectories).Sum(f => (long)File.ReadLines(f).Count()):N0}");
Directory.Delete(folder, recursive: true);
return 0;
