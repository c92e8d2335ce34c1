using Homeostat.Bench.Data;

try
{
    var options = Options.Parse(args);
    var schema = new Schema(options.Columns);
    var bytes = BlockPipeline.Write(options, schema);
    Truth.Write(options, schema);
    Console.WriteLine($"{options.Out}: {options.Rows} rows, {options.Columns} columns, {bytes} bytes");
    return 0;
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
