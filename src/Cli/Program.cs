using Homeostat.Cli;

Rehearsal.StartFor(args);
return App.Run(args, Terminal.OfProcess());
