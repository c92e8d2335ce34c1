using Homeostat.ModelRuntime.MLNet;

return await Commands.RunAsync(args, Console.Out, Console.Error);
