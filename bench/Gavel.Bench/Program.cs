using Gavel.Bench;

// One line a benchmark: its name, what runs it. The micro benchmarks are BenchmarkDotNet's and take its options.
(string Name, Func<string[], int> Run)[] benches =
[
    ("whole", WholeProcess.Run),
    ("growth", Growth.Run),
    ("search", SearchBench.Run),
    ("serve", ServeBench.Run),
    ("edit", EditBench.Run),
    ("publish", PublishBench.Run),
    ("history", HistoryBench.Run),
    ("rst", args => RstBench.Run(args, Console.Out)),
    ("micro", args => { BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(WholeProcess).Assembly).Run(args); return 0; }),
];
var name = args.FirstOrDefault() ?? "whole";
foreach (var bench in benches)
    if (bench.Name == name) return bench.Run(args.Length > 0 ? args[1..] : []);
Console.Error.WriteLine($"there is no benchmark '{name}'; there is {string.Join(", ", benches.Select(b => b.Name))}");
return 2;
