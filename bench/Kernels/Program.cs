using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Homeostat.Bench.Kernels.SortBenchmarks).Assembly).Run(args);
