namespace ConcurrencyKatas.Cli.Tests;

/// <summary>What a command line came to.</summary>
internal sealed record Spoken(int Code, string Output, string Errors)
{
    /// <summary>Everything, for an approval.</summary>
    public override string ToString() => $"exit code {Code}\n--- output\n{Output}\n--- errors\n{Errors}";
}
