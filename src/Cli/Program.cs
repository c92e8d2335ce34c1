using Homeostat.Cli;

return App.Run(args, Terminal.OfProcess());
