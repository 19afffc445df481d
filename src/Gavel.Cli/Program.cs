using Gavel.Cli.CommandLine;

return (int)Edge.Run(args);
