using Homeostat.Batches;
using Homeostat.Bench.Parts;

if (args is not [var reference, var batch, .. var rest] || rest.Length > 1 || (rest is [var size] && !int.TryParse(size, out _)))
{
    Console.Error.WriteLine("usage: REFERENCE BATCH [MIB_A_PART]   counts BATCH over the grid of REFERENCE in one pass and in parts, and holds them against each other");
    return 2;
}
int mebibytes = rest is [var given] ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 64;
using var referenceRows = BatchInput.Resolve(reference);
var grid = Profiler.Profile(referenceRows, SchemaOverrides.None, new CountOptions());
var whole = Timed.Run("one pass", () => InParts.CountWhole(batch, grid));
var parts = Timed.Run($"parts of {mebibytes} MiB", () => InParts.CountAsync(batch, grid, (long)mebibytes << 20).GetAwaiter().GetResult());
if (parts is null)
{
    Console.WriteLine("it is read in one pass: it is small, compressed, or a cut lies within quotes");
    return 1;
}
Console.WriteLine($"{whole.Rows} rows, {whole.Columns.Length} columns, {new FileInfo(batch).Length} bytes");
bool same = Difference.Counts(whole, parts);
double apart = Difference.Moments(whole, parts);
Console.WriteLine($"counts, sketches and rates: {(same ? "equal, byte for byte" : "DIFFERENT")}; moments: {apart:0.0e+0} apart, relatively, at most");
return same && apart <= 1e-12 ? 0 : 1;
