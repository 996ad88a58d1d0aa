using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Measuring;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary>Which katas are measured: those that are named, or all, or a part of them for a machine among several.</summary>
internal sealed class KataChoice
{
    /// <summary>The names.</summary>
    public Argument<string[]> Katas { get; } =
        new("KATA") { Description = "The katas; all of them when left out.", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The part.</summary>
    public Option<string?> Shard { get; } =
        new("--shard") { Description = "Only this part of the katas: 2/3 is the second of three.", HelpName = "i/n" };

    /// <summary>The katas that were chosen.</summary>
    /// <exception cref="UserError">There is no such kata, or no such part.</exception>
    public IReadOnlyList<Kata> Of(ParseResult parsed, Repository repository)
    {
        var shard = parsed.GetValue(Shard) is { } text ? Measuring.Shard.Parse(text) : Measuring.Shard.Whole;
        return shard.Take(Graded.Katas(Catalogue.Read(repository), parsed.GetValue(Katas) ?? []));
    }
}
