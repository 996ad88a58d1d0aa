using System.CommandLine;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary>One verb of the command line.</summary>
internal interface IVerb
{
    /// <summary>Its grammar and its action.</summary>
    Command Command(Func<Surroundings> surroundings);
}
