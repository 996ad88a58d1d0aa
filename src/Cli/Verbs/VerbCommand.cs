using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class VerbCommand(string name, string description, params string[] examples)
    : Command(name, description)
{
    /// <summary>One command line each.</summary>
    public IReadOnlyList<string> Examples => examples;

    /// <summary>Makes <c>--help</c> show the examples of whichever verb it is asked about.</summary>
    public static void ShowExamples(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }
    }

    /// <summary><c>./kata new impostor</c>, for a message.</summary>
    public static string Path(SymbolResult result) =>
        result is CommandResult { Parent: { } parent, Command.Name: var name } ? $"{Path(parent)} {name}" : "./kata";

    private sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult result)
        {
            inner.MaxWidth = 120;
            var output = result.InvocationConfiguration.Output;
            output.Write(InnerHelp(result));
            if (result.CommandResult.Command is VerbCommand { Examples: [_, ..] examples })
            {
                output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example}");
                }
                output.WriteLine();
            }
            return ExitCodes.Passed;
        }

        // The library names the program after its executable file, and lists the arguments of the verb above.
        private string InnerHelp(ParseResult result)
        {
            var configuration = result.InvocationConfiguration;
            var output = configuration.Output;
            var text = new StringWriter { NewLine = output.NewLine };
            var above = result.CommandResult.Command.Parents.OfType<Command>().SelectMany(c => c.Arguments).ToList();
            above.ForEach(a => a.Hidden = true);
            configuration.Output = text;
            try
            {
                inner.Invoke(result);
            }
            finally
            {
                configuration.Output = output;
                above.ForEach(a => a.Hidden = false);
            }
            return text.ToString().Replace($"  {RootCommand.ExecutableName} ", "  ./kata ", StringComparison.Ordinal);
        }
    }
}
