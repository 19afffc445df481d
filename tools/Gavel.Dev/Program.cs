using Gavel.Dev;

// One line a tool: its name, what runs it.
(string Name, Func<string[], int> Run)[] tools =
[
    ("gen", Gen.Run),
    ("rst-pseudoxml", RstPseudoXml.Run),
    ("rst-score", RstScore.Run),
    ("rst-structure", a => RstStructure.Run(a, Console.Out)),
    ("verdicts", Verdicts.Run),
    ("print-tree", a => PrintTree.Run(a, Console.Out)),
];
var name = args.FirstOrDefault() ?? "";
foreach (var tool in tools)
    if (tool.Name == name) return tool.Run(args[1..]);
Console.Error.WriteLine($"there is no tool '{name}'; there is {string.Join(", ", tools.Select(t => t.Name))}");
return 2;
