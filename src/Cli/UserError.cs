namespace ConcurrencyKatas.Cli;

/// <summary>Something that the person at the keyboard can put right. Shown as its message alone, without a stack trace.</summary>
internal sealed class UserError(string message, int exitCode = ExitCodes.BadInput) : Exception(message)
{
    public int ExitCode => exitCode;
}
