using System.Text;
using ConcurrencyKatas.Cli;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Watching;

using var ahead = EarlyCompiler.For(args);
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, () => CreateSurroundings(ahead), interruption.Token);

static Surroundings CreateSurroundings(EarlyCompiler? ahead)
{
    var repository = Repository.Around(AppContext.BaseDirectory);
    return new()
    {
        Out = Consoles.ForOutput(),
        Error = Consoles.ForErrors(),
        IsTerminal = Consoles.IsTerminal,
        WorkingDirectory = Environment.CurrentDirectory,
        Repository = repository,
        Graders = StartCommand.BuiltGraders(AppContext.BaseDirectory),
        Pristine = () => new StubPristine(repository),
        Keyboard = new ConsoleKeyboard(),
        EarlyCompiler = () => ahead ?? new EarlyCompiler(repository),
    };
}
