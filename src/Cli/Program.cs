using System.Text;
using ConcurrencyKatas.Cli;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, CreateSurroundings, interruption.Token);

static Surroundings CreateSurroundings() =>
    new()
    {
        Out = Consoles.ForOutput(),
        Error = Consoles.ForErrors(),
        IsTerminal = Consoles.IsTerminal,
        WorkingDirectory = Environment.CurrentDirectory,
        Repository = Repository.Around(AppContext.BaseDirectory),
        Graders = StartCommand.BuiltGraders(AppContext.BaseDirectory),
        Pristine = new StubPristine(),
    };
